package org.carewright.shared.logging;

import org.slf4j.MDC;

/** The fields of a log line (PLT-8). Ids only: a log is read by people who may read no patient's data. */
public final class LogFields {

    /** Id of the clinic in scope. */
    public static final String CLINIC = "clinic";

    /** Account id of who is signed in. */
    public static final String USER = "user";

    /** One id for all that one request or one process instance caused. */
    public static final String CORRELATION = "correlation";

    private LogFields() {}

    /** Gives the thread's log lines a correlation id, unless they have one, until the result is restored. */
    public static Restored correlation(String id) {
        if (MDC.get(CORRELATION) != null) {
            return () -> {};
        }
        MDC.put(CORRELATION, id);
        return () -> MDC.remove(CORRELATION);
    }

    /** Puts back what was. */
    @FunctionalInterface
    public interface Restored {

        void restore();
    }
}
