package org.carewright.shared.process.submission;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.shared.tenant.ClinicScope;

/**
 * Values that may be handed to the engine.
 *
 * @param tenantId of the task they are for, or null
 */
record CheckedValues(Map<String, Object> values, String tenantId) {

    /** Hands them on in the scope of the task's clinic, with whose key they are sealed. */
    <T> T handOn(ClinicScope scope, Function<Map<String, Object>, T> work) {
        return tenantId == null ? work.apply(values) : scope.call(UUID.fromString(tenantId), () -> work.apply(values));
    }
}
