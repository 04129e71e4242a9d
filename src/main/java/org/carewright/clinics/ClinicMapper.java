package org.carewright.clinics;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ClinicMapper {

    UUID idBySlug(String slug);

    UUID idBySlugBeforeLive(String slug);

    List<ListedClinic> live(String name, String after, int most);

    List<UUID> allIds();

    UUID idBySmsSender(String number);

    ClinicRow current();

    List<LocationRow> locations();

    void insert(UUID clinicId, NewClinic clinic, String timeZone, String currency, String locale, boolean live);

    void insertLocation(UUID clinicId, UUID id, String name, String address, String timeZone);

    /** A row rather than bare bytes: MyBatis takes a method that returns an array for one that returns many rows. */
    DataKeyRow wrappedDataKey(UUID clinicId, String purpose);

    void insertDataKey(UUID clinicId, String purpose, byte[] keyset);

    record DataKeyRow(byte[] keyset) {}

    record LocationRow(UUID id, String name, String address, String timeZone) {}

    record ClinicRow(
            UUID clinicId,
            String slug,
            String name,
            String kind,
            String timeZone,
            String currency,
            String locale,
            String country,
            String accentColour,
            String email,
            String phone,
            String address,
            String smsSender,
            int graceMinutes,
            int approvalHours) {}
}
