package org.carewright.patients.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.forms.FieldError;

/** One row of a file as a record's content, and what can't be understood of it. */
final class ImportRow {

    private static final char REPLACEMENT = '\uFFFD';

    private final Map<String, String> values = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final DateFormat dates;

    /** @param columns the field for each column, "" for one that isn't known */
    ImportRow(List<String> columns, List<String> cells, DateFormat dates) {
        this.dates = dates;
        for (var at = 0; at < Math.min(columns.size(), cells.size()); at++) {
            if (!columns.get(at).isEmpty()) {
                values.put(columns.get(at), cell(columns.get(at), cells.get(at)));
            }
        }
        if (cells.size() > columns.size()) {
            errors.add(new FieldError("row", "columns", List.of(columns.size())));
        }
    }

    /** What was wrong in the row itself; the record's own check finds the rest. */
    List<FieldError> errors() {
        return errors;
    }

    RecordDraft draft() {
        return new RecordDraft(
                text(ImportColumns.GIVEN_NAME),
                text(ImportColumns.FAMILY_NAME),
                date(ImportColumns.DATE_OF_BIRTH),
                text(ImportColumns.EMAIL),
                text(ImportColumns.PHONE),
                channel(),
                text(ImportColumns.LANGUAGE),
                text(ImportColumns.ADDRESS),
                new EmergencyContact(
                        text(ImportColumns.CONTACT_NAME),
                        text(ImportColumns.CONTACT_RELATION),
                        text(ImportColumns.CONTACT_PHONE)),
                text(ImportColumns.MEDICAL_HISTORY),
                list(ImportColumns.ALLERGIES, item -> new Allergy(before(item), after(item))),
                list(ImportColumns.MEDICATIONS, item -> new Medication(before(item), after(item))),
                new Insurance(
                        text(ImportColumns.PAYER),
                        text(ImportColumns.POLICY_NUMBER),
                        text(ImportColumns.GROUP_NUMBER),
                        date(ImportColumns.VALID_UNTIL)),
                null);
    }

    /** Exports put an apostrophe before what a spreadsheet would take for a formula; here it comes off again. */
    private String cell(String field, String raw) {
        if (raw.indexOf(REPLACEMENT) >= 0) {
            errors.add(new FieldError(field, "characters", List.of()));
        }
        return raw.length() > 1 && raw.charAt(0) == '\'' && "=+-@\t\r".indexOf(raw.charAt(1)) >= 0
                ? raw.substring(1)
                : raw;
    }

    private String text(String field) {
        return values.get(field);
    }

    private LocalDate date(String field) {
        var text = text(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        var date = dates.read(text);
        if (date.isEmpty()) {
            errors.add(new FieldError(field, "date", List.of()));
        }
        return date.orElse(null);
    }

    private PreferredChannel channel() {
        var text = text(ImportColumns.PREFERRED_CHANNEL);
        if (text == null || text.isBlank()) {
            return null;
        }
        var code = text.strip().toLowerCase(Locale.ROOT);
        for (var channel : PreferredChannel.values()) {
            if (channel.code().equals(code)) {
                return channel;
            }
        }
        errors.add(new FieldError(ImportColumns.PREFERRED_CHANNEL, "not_an_option", List.of()));
        return null;
    }

    /** Several in one cell, separated by semicolons; what follows a colon is reaction or dose. */
    private <T> List<T> list(String field, Function<String, T> item) {
        var text = text(field);
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .filter(each -> !each.isBlank())
                        .map(item)
                        .toList();
    }

    private static String before(String item) {
        var colon = item.indexOf(':');
        return colon < 0 ? item : item.substring(0, colon);
    }

    private static String after(String item) {
        var colon = item.indexOf(':');
        return colon < 0 ? null : item.substring(colon + 1);
    }
}
