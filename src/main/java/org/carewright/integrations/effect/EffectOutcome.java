package org.carewright.integrations.effect;

import java.util.UUID;

/** The settled end of an effect, the same at every repeated run. */
public sealed interface EffectOutcome {

    UUID effectId();

    record Done(UUID effectId, String providerRef) implements EffectOutcome {}

    record Rejected(UUID effectId, String reason) implements EffectOutcome {}
}
