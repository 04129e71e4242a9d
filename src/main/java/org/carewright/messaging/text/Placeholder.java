package org.carewright.messaging.text;

import java.util.Arrays;
import java.util.Optional;

/** The values a message's words may contain, written as <code>{name}</code>. A subject gives all required ones. */
public enum Placeholder {
    CLINIC_NAME("clinicName", true, true),
    PATIENT_GIVEN_NAME("patientGivenName", true, false),
    SERVICE_NAME("serviceName", true, false),
    PRACTITIONER_NAME("practitionerName", false, false),
    START_DATE("startDate", true, true),
    START_TIME("startTime", true, true),
    TIME_ZONE("timeZone", true, true),
    DURATION_MINUTES("durationMinutes", true, false),
    ADDRESS("address", false, false),
    MANAGE_URL("manageUrl", false, true),
    RESERVATION_ID("reservationId", false, true),
    FEE_TEXT("feeText", false, false),
    REASON("reason", false, false),
    /** Of an invoice, a receipt or a credit note; amount and due date also of a visit's deposit. */
    DOCUMENT_NUMBER("documentNumber", false, true),
    AMOUNT("amount", false, true),
    DUE_DATE("dueDate", false, true),
    /** Of a plan or a package; may tell what a patient is treated for. */
    PLAN_NAME("planName", false, false);

    private final String text;
    private final boolean required;
    private final boolean sms;

    Placeholder(String text, boolean required, boolean sms) {
        this.text = text;
        this.required = required;
        this.sms = sms;
    }

    /** As written in texts and as the key of a subject's values. */
    public String text() {
        return text;
    }

    /** Whether every subject has a value; the others may be missing or empty. */
    public boolean required() {
        return required;
    }

    /** Whether a text message may contain it: nothing there may tell about the patient's health (MSG-5). */
    public boolean allowedInSms() {
        return sms;
    }

    static Optional<Placeholder> of(String text) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.text.equals(text))
                .findFirst();
    }
}
