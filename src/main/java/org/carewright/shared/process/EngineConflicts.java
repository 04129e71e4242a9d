package org.carewright.shared.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What to do when a request and the job executor change one process instance at the same moment: again. */
public final class EngineConflicts {

    private EngineConflicts() {}

    /**
     * Runs a whole transaction, and again when the engine or the database found that someone else was first.
     *
     * @param tries how often at most
     * @throws ConcurrencyFailureException when someone else was first each time
     */
    public static <T> T retry(int tries, Supplier<T> transaction) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (ConcurrencyFailureException e) {
                if (attempt >= tries) {
                    throw e;
                }
            } catch (OptimisticLockingException e) {
                if (attempt >= tries) {
                    // The web layer knows Spring's exceptions, not the engine's.
                    throw new OptimisticLockingFailureException("A process changed at the same time", e);
                }
            }
        }
    }
}
