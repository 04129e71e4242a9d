package org.carewright.patients.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.forms.FieldError;

/**
 * A record as the page's form sends it: everything text. Lists come as two columns of equal length; rows left empty don't
 * count.
 *
 * @param version the record's when the form was made; null for a new record
 * @param referredBy barcode of the patient who recommended the clinic
 */
public record RecordForm(
        Integer version,
        String givenName,
        String familyName,
        String dateOfBirth,
        String email,
        String phone,
        String preferredChannel,
        String language,
        String address,
        String contactName,
        String contactRelation,
        String contactPhone,
        String medicalHistory,
        List<String> substance,
        List<String> reaction,
        List<String> medication,
        List<String> dose,
        String payer,
        String policyNumber,
        String groupNumber,
        String validUntil,
        String referredBy) {

    /** Empty rows offered beneath what is there. */
    private static final int SPARE_ROWS = 2;

    static RecordForm empty(String language) {
        return of(null, RecordDraft.of("", "", null, "", "", language), "");
    }

    /** @param referrer barcode, empty for nobody */
    static RecordForm of(Integer version, RecordDraft draft, String referrer) {
        var contact =
                draft.emergencyContact() == null ? new EmergencyContact(null, null, null) : draft.emergencyContact();
        var insurance = draft.insurance() == null ? new Insurance(null, null, null, null) : draft.insurance();
        return new RecordForm(
                version,
                draft.givenName(),
                draft.familyName(),
                text(draft.dateOfBirth()),
                draft.email(),
                draft.phone(),
                draft.preferredChannel().code(),
                draft.language(),
                draft.address(),
                contact.name(),
                contact.relation(),
                contact.phone(),
                draft.medicalHistory(),
                draft.allergies().stream().map(Allergy::substance).toList(),
                draft.allergies().stream().map(Allergy::reaction).toList(),
                draft.medications().stream().map(Medication::name).toList(),
                draft.medications().stream().map(Medication::dose).toList(),
                insurance.payer(),
                insurance.policyNumber(),
                insurance.groupNumber(),
                text(insurance.validUntil()),
                referrer);
    }

    /**
     * What the record would be.
     *
     * @param errors takes what can't even be read, e.g. a date that isn't one
     * @param referrer already found by its barcode
     */
    RecordDraft draft(List<FieldError> errors, UUID referrer) {
        return new RecordDraft(
                givenName,
                familyName,
                date("dateOfBirth", dateOfBirth, errors),
                email,
                phone,
                channel(errors),
                language,
                address,
                new EmergencyContact(contactName, contactRelation, contactPhone),
                medicalHistory,
                pairs(substance, reaction, Allergy::new),
                pairs(medication, dose, Medication::new),
                new Insurance(payer, policyNumber, groupNumber, date("insurance.validUntil", validUntil, errors)),
                referrer);
    }

    /** Rows of the table of allergies, with spare ones. */
    public List<String[]> allergyRows() {
        return rows(substance, reaction);
    }

    /** Rows of the table of medications, with spare ones. */
    public List<String[]> medicationRows() {
        return rows(medication, dose);
    }

    private PreferredChannel channel(List<FieldError> errors) {
        for (var channel : PreferredChannel.values()) {
            if (channel.code().equals(preferredChannel)) {
                return channel;
            }
        }
        if (preferredChannel != null && !preferredChannel.isBlank()) {
            errors.add(new FieldError("preferredChannel", "not_an_option", List.of()));
        }
        return null;
    }

    private static LocalDate date(String key, String typed, List<FieldError> errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(key, "date", List.of()));
            return null;
        }
    }

    private static <T> List<T> pairs(List<String> first, List<String> second, BiFunction<String, String, T> make) {
        var items = new ArrayList<T>();
        for (var row : lines(first, second)) {
            items.add(make.apply(row[0], row[1]));
        }
        return items;
    }

    private static List<String[]> rows(List<String> first, List<String> second) {
        var rows = new ArrayList<String[]>();
        for (var row : lines(first, second)) {
            if (!blank(row[0]) || !blank(row[1])) {
                rows.add(row);
            }
        }
        for (var spare = 0; spare < SPARE_ROWS; spare++) {
            rows.add(new String[] {"", ""});
        }
        return rows;
    }

    private static List<String[]> lines(List<String> first, List<String> second) {
        var lines = new ArrayList<String[]>();
        var count = Math.max(size(first), size(second));
        for (var at = 0; at < count; at++) {
            lines.add(new String[] {at(first, at), at(second, at)});
        }
        return lines;
    }

    private static String at(List<String> list, int at) {
        return at < size(list) ? list.get(at) : null;
    }

    private static int size(List<String> list) {
        return list == null ? 0 : list.size();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
