package org.carewright.integrations.effect;

import java.util.UUID;

/** The provider certainly did not take the effect (busy, down, refused our credentials); the job tries again. */
public class EffectNotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    EffectNotTakenException(UUID effectId, String code) {
        super("The provider did not take effect " + effectId + ": " + code);
        this.code = code;
    }

    /** Why, e.g. {@code http_503} or {@code not_reached}. */
    public String code() {
        return code;
    }
}
