package org.carewright.billing.process;

import org.carewright.scheduling.AppointmentCompleted;

/** Tells which visits are paid for otherwise, e.g. by a package: they get no invoice. */
public interface VisitCover {

    /** Whether that visit needs no invoice; runs in the transaction that completes the visit. */
    boolean covers(AppointmentCompleted visit);
}
