package org.carewright.integrations.account;

/** An account that can't be kept as given; names the field that is wrong. */
public class AccountRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final Reason reason;

    AccountRefusedException(String field, Reason reason) {
        super(reason + " in " + field);
        this.field = field;
        this.reason = reason;
    }

    /** {@link CredentialField#name()}, {@code mode} or {@code currencies}. */
    public String field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with it. */
    public enum Reason {
        MISSING,
        /** Doesn't look like what the provider gives out. */
        MALFORMED,
        /** New credentials of a test account that are live, or the other way round: connect a new account. */
        OTHER_MODE,
        UNKNOWN_CURRENCY;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
