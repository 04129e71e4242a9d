package org.carewright.messaging.text;

import java.util.Arrays;
import java.util.Locale;

/** The messages there are. Their words are the keys {@code messaging.<code>.*} in {@code messages/messaging}. */
public enum MessageTemplate {
    APPOINTMENT_REQUESTED(false, false),
    APPOINTMENT_CONFIRMED(false, true),
    APPOINTMENT_RESCHEDULED(false, true),
    APPOINTMENT_REMINDER(true, false),
    APPOINTMENT_CANCELLED(false, true),
    APPOINTMENT_DECLINED(false, false),
    APPOINTMENT_REQUEST_EXPIRED(false, false),
    APPOINTMENT_DEPOSIT_DUE(false, false),
    APPOINTMENT_DEPOSIT_REMINDER(true, false),
    APPOINTMENT_DEPOSIT_EXPIRED(false, false),
    ONBOARDING_REMINDER(true, false),
    ONBOARDING_WELCOME(true, false),
    INVOICE_ISSUED(false, false),
    INVOICE_OVERDUE(false, false),
    CARD_DECLINED(false, false),
    PAYMENT_RECEIPT(false, false),
    REFUND_ISSUED(false, false),
    PLAN_PRICE_CHANGED(false, false),
    PLAN_SUSPENDED(false, false),
    PLAN_ENDED(false, false),
    PACKAGE_EXPIRING(false, false);

    private final boolean reminder;
    private final boolean invite;

    MessageTemplate(boolean reminder, boolean invite) {
        this.reminder = reminder;
        this.invite = invite;
    }

    /** As models name it, e.g. {@code appointment-confirmed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the patient's preferred channel decides if it is sent; other messages are part of the visit itself. */
    public boolean reminder() {
        return reminder;
    }

    /** Whether it is about one visit, whose details it lists; others have none. */
    public boolean aboutVisit() {
        return code().startsWith("appointment-");
    }

    /** Whether a mail carries the visit's calendar entry; a reminder doesn't, it would ask for an answer again. */
    public boolean carriesInvite() {
        return invite;
    }

    /** The template with that code. @throws IllegalArgumentException when there is none: the model is wrong */
    public static MessageTemplate of(String code) {
        return Arrays.stream(values())
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message template '" + code + "'"));
    }
}
