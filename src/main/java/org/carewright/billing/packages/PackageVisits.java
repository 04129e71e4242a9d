package org.carewright.billing.packages;

import org.carewright.billing.process.VisitCover;
import org.carewright.scheduling.AppointmentCancelled;
import org.carewright.scheduling.AppointmentCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A visit that a package pays for gets no invoice; one that is cancelled in time gives its session back. */
@Component
@Order(2)
class PackageVisits implements VisitCover {

    private final Packages packages;

    PackageVisits(Packages packages) {
        this.packages = packages;
    }

    @Override
    public boolean covers(AppointmentCompleted visit) {
        return packages.cover(visit.appointmentId(), visit.patientId(), visit.serviceId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void cancelled(AppointmentCancelled visit) {
        if (visit.inTime()) {
            packages.giveBack(visit.appointmentId());
        }
    }
}
