package org.carewright.billing.packages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PackageMapper {

    void insert(UUID clinicId, UUID id, NewPackage sold, UUID invoiceId, Instant createdAt);

    /** Null when the clinic has none with that id. */
    PackageRow byId(UUID id);

    /** Locked until the transaction ends; null when there is none. */
    UUID lockRow(UUID id);

    default PackageRow lock(UUID id) {
        return lockRow(id) == null ? null : byId(id);
    }

    List<PackageRow> ofPatient(UUID patientId);

    UUID byInvoice(UUID invoiceId);

    /** Packages that pay such a visit on that day, the one that expires first first. */
    List<UUID> usable(UUID patientId, UUID serviceId, LocalDate today);

    void activate(UUID id, LocalDate expiresOn);

    void end(UUID id, String status, Instant endedAt);

    void setUsed(UUID id, int used);

    void insertUse(UUID clinicId, UUID id, UUID packageId, UUID appointmentId, Instant usedAt);

    /** The use for a visit that wasn't returned, or null. */
    UseRow useOf(UUID appointmentId);

    void returned(UUID useId, Instant returnedAt);

    /** The visit's patient and service, or null. */
    VisitRow visit(UUID appointmentId);

    /** Newest visit first, also sessions that were given back. */
    List<PackageUse> uses(UUID packageId);

    record UseRow(UUID id, UUID packageId) {}

    record VisitRow(UUID patientId, UUID serviceId) {}

    record PackageRow(
            UUID id,
            UUID patientId,
            String name,
            UUID serviceId,
            int sessions,
            int used,
            int validDays,
            UUID invoiceId,
            String status,
            LocalDate expiresOn) {

        SessionPackage toPackage() {
            return new SessionPackage(
                    id,
                    patientId,
                    name,
                    serviceId,
                    sessions,
                    used,
                    invoiceId,
                    SessionPackage.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                    expiresOn);
        }
    }
}
