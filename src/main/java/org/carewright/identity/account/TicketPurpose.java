package org.carewright.identity.account;

import java.time.Duration;
import java.util.Locale;

/** What a ticket is for, and how long it works. */
public enum TicketPurpose {
    VERIFY_EMAIL(Duration.ofHours(24), "/verify/"),
    RESET_PASSWORD(Duration.ofMinutes(30), "/reset/"),
    VERIFY_PHONE(Duration.ofMinutes(10), null),
    /** A code that is the second step of a sign-in. */
    SECOND_FACTOR(Duration.ofMinutes(10), null),
    INVITE(Duration.ofDays(7), "/invite/"),
    /** A notice: someone tried to register with an address that has an account. */
    ALREADY_REGISTERED(Duration.ofHours(24), null),
    /** A notice: the password was changed. */
    PASSWORD_CHANGED(Duration.ofHours(24), null);

    private final Duration life;
    private final String page;

    TicketPurpose(Duration life, String page) {
        this.life = life;
        this.page = page;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TicketPurpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public Duration life() {
        return life;
    }

    /** Whether it goes out as a text message; the others are mails. */
    boolean bySms() {
        return this == VERIFY_PHONE || this == SECOND_FACTOR;
    }

    /** The path, below the door's, in front of the link's secret; null when no link is sent. */
    String page() {
        return page;
    }
}
