package org.carewright.billing.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PaperMapper {

    /** Null when the clinic has none with that id. */
    CreditNoteRow creditNote(UUID id);

    /** By how much each kind of posting changed what is owed for an issued invoice, without the invoice itself. */
    List<SettledRow> settledBy(UUID invoiceId);

    List<OpeningRow> openings(UUID patientId, LocalDate before);

    List<MovementRow> movements(UUID patientId, LocalDate from, LocalDate to);

    record CreditNoteRow(
            UUID id,
            UUID invoiceId,
            String number,
            LocalDate issuedOn,
            long netMinor,
            long taxMinor,
            long totalMinor) {}

    record SettledRow(String kind, long minor) {}

    record OpeningRow(String currency, long minor) {}

    record MovementRow(String currency, LocalDate bookedOn, String kind, String document, long minor) {}
}
