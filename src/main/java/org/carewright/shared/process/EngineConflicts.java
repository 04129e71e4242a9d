package org.carewright.shared.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** What to do when a request and the job executor change one process instance at the same moment: again. */
public final class EngineConflicts {

    private EngineConflicts() {}

    /**
     * Runs a whole transaction, and again when the engine or the database found that someone else was first.
     *
     * @param tries how often at most; the last failure is thrown
     */
    public static <T> T retry(int tries, Supplier<T> transaction) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (attempt >= tries) {
                    throw e;
                }
            }
        }
    }
}
