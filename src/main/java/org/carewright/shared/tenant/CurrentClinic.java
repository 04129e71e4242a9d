package org.carewright.shared.tenant;

import java.util.UUID;
import org.carewright.shared.logging.LogFields;
import org.slf4j.MDC;

/** The clinic of this thread; written by {@link ClinicScope} only, read when a transaction begins. */
final class CurrentClinic {

    private static final ThreadLocal<UUID> CLINIC = new ThreadLocal<>();

    private CurrentClinic() {}

    static UUID get() {
        return CLINIC.get();
    }

    static void set(UUID clinicId) {
        if (clinicId == null) {
            CLINIC.remove();
            MDC.remove(LogFields.CLINIC);
        } else {
            CLINIC.set(clinicId);
            MDC.put(LogFields.CLINIC, clinicId.toString());
        }
    }
}
