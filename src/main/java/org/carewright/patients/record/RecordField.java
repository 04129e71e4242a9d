package org.carewright.patients.record;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.patients.PreferredChannel;

/** The parts of a record that are compared and taken over one by one: when two people edit, when two records merge. */
public enum RecordField {
    GIVEN_NAME("givenName", RecordDraft::givenName),
    FAMILY_NAME("familyName", RecordDraft::familyName),
    DATE_OF_BIRTH("dateOfBirth", RecordDraft::dateOfBirth),
    EMAIL("email", RecordDraft::email),
    PHONE("phone", RecordDraft::phone),
    PREFERRED_CHANNEL("preferredChannel", RecordDraft::preferredChannel),
    LANGUAGE("language", RecordDraft::language),
    ADDRESS("address", RecordDraft::address),
    EMERGENCY_CONTACT("emergencyContact", RecordDraft::emergencyContact),
    MEDICAL_HISTORY("medicalHistory", RecordDraft::medicalHistory),
    ALLERGIES("allergies", RecordDraft::allergies),
    MEDICATIONS("medications", RecordDraft::medications),
    INSURANCE("insurance", RecordDraft::insurance),
    REFERRED_BY("referredBy", RecordDraft::referredBy);

    private final String key;
    private final Function<RecordDraft, Object> value;

    RecordField(String key, Function<RecordDraft, Object> value) {
        this.key = key;
        this.value = value;
    }

    /** The draft's component and the message key's end, {@code patient.<key>}. */
    public String key() {
        return key;
    }

    /** What the draft says there; null or an empty list when nothing. */
    public Object of(RecordDraft draft) {
        return value.apply(draft);
    }

    /** The fields in which two drafts, both as they are kept, say different things. */
    public static List<RecordField> differences(RecordDraft one, RecordDraft other) {
        return List.of(values()).stream()
                .filter(field -> !Objects.equals(field.of(one), field.of(other)))
                .toList();
    }

    /** The draft {@code base} with those fields as in {@code from}. */
    public static RecordDraft take(RecordDraft base, RecordDraft from, Iterable<RecordField> fields) {
        var values = new EnumMap<RecordField, Object>(RecordField.class);
        for (var field : values()) {
            values.put(field, field.of(base));
        }
        for (var field : fields) {
            values.put(field, field.of(from));
        }
        return draft(values);
    }

    @SuppressWarnings("unchecked")
    private static RecordDraft draft(Map<RecordField, Object> values) {
        return new RecordDraft(
                (String) values.get(GIVEN_NAME),
                (String) values.get(FAMILY_NAME),
                (LocalDate) values.get(DATE_OF_BIRTH),
                (String) values.get(EMAIL),
                (String) values.get(PHONE),
                (PreferredChannel) values.get(PREFERRED_CHANNEL),
                (String) values.get(LANGUAGE),
                (String) values.get(ADDRESS),
                (EmergencyContact) values.get(EMERGENCY_CONTACT),
                (String) values.get(MEDICAL_HISTORY),
                (List<Allergy>) values.get(ALLERGIES),
                (List<Medication>) values.get(MEDICATIONS),
                (Insurance) values.get(INSURANCE),
                (UUID) values.get(REFERRED_BY));
    }
}
