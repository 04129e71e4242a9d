package org.carewright.integrations.effect;

import java.util.UUID;

/**
 * An attempt was made and nobody knows yet whether the provider took it. The job that tried retries later: by then the
 * provider's callback has settled the effect, or the waiting time is over and it is tried again.
 */
public class EffectUnsettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EffectUnsettledException(UUID effectId) {
        super("The end of effect " + effectId + " is not known yet");
    }

    /** @param failure shown by type and place only: its message could hold personal data and would reach the engine */
    EffectUnsettledException(UUID effectId, RuntimeException failure) {
        super("The end of effect " + effectId + " is not known: the call failed with "
                + failure.getClass().getName());
        setStackTrace(failure.getStackTrace());
    }
}
