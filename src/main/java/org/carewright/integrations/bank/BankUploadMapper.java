package org.carewright.integrations.bank;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.integrations.bank.BankUploads.Booked;
import org.carewright.integrations.bank.BankUploads.Upload;

@Mapper
interface BankUploadMapper {

    void insert(
            UUID id, String account, String currency, String dateOrder, byte[] fileSealed, UUID by, Instant uploadedAt);

    UploadRow find(UUID id);

    void remove(UUID id);

    void removeBefore(Instant time);

    List<String> accounts();

    List<Booked> booked(int limit);

    record UploadRow(
            UUID id, String account, String currency, String dateOrder, byte[] fileSealed, Instant uploadedAt) {

        Upload toUpload() {
            return new Upload(id, account, Currency.getInstance(currency), DateOrder.valueOf(dateOrder), uploadedAt);
        }
    }
}
