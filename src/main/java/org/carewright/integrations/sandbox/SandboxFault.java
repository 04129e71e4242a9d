package org.carewright.integrations.sandbox;

/**
 * A fault asked for, taken by the next matching calls.
 *
 * @param value meaning by kind: HTTP status (or Twilio error code) for {@code status}, milliseconds for {@code stall}
 * @param remaining how many calls it will still hit
 */
public record SandboxFault(long id, String provider, Kind kind, int value, int remaining) {

    /** What goes wrong; {@link #code()} is how it is kept and written in forms. */
    public enum Kind {
        STATUS,
        STALL,
        DROP_CALLBACK,
        DUPLICATE_CALLBACK,
        REORDER_CALLBACK,
        DELAY_CALLBACK,
        BAD_SIGNATURE,
        BOUNCE,
        FAIL_DELIVERY;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
