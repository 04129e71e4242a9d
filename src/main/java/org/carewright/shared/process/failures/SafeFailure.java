package org.carewright.shared.process.failures;

import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;

/** A copy of a failure that may be stored: classes and stack frames of the original, messages only of tellable ones. */
class SafeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST_CAUSE = 8;

    /** JDK and engine classes whose messages are made of code, not of data. */
    private static final Set<String> TELLABLE = Set.of(
            "java.lang.NullPointerException",
            "java.lang.ClassCastException",
            "java.net.ConnectException",
            "java.net.SocketTimeoutException",
            "java.net.UnknownHostException");

    private final String description;

    private SafeFailure(String description, SafeFailure cause) {
        super(description, cause);
        this.description = description;
    }

    /** The copy; optimistic locking stays what it is, because the engine doesn't count it as a try. */
    static Throwable of(Throwable failure) {
        return failure == null || failure instanceof OptimisticLockingException ? failure : copy(failure, 0);
    }

    private static SafeFailure copy(Throwable failure, int depth) {
        var cause = failure.getCause() == null || failure.getCause() == failure || depth == DEEPEST_CAUSE
                ? null
                : copy(failure.getCause(), depth + 1);
        var copy = new SafeFailure(describe(failure, cause), cause);
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    /** Says the innermost cause first hand, because Cockpit's lists show only the outermost message. */
    private static String describe(Throwable failure, SafeFailure cause) {
        var own = failure.getClass().getName()
                + (isTellable(failure) && failure.getMessage() != null ? ": " + failure.getMessage() : "");
        return cause == null ? own : own + " < " + cause.description;
    }

    private static boolean isTellable(Throwable failure) {
        return failure instanceof TellableFailure
                || TELLABLE.contains(failure.getClass().getName());
    }

    @Override
    public String toString() {
        return description;
    }
}
