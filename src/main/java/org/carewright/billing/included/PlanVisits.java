package org.carewright.billing.included;

import org.carewright.billing.process.VisitCover;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.AppointmentCompleted;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A visit that a plan includes gets no invoice. Before packages: a period's sessions are lost sooner. */
@Component
@Order(1)
class PlanVisits implements VisitCover {

    private final IncludedSessions sessions;
    private final ClinicService clinics;

    PlanVisits(IncludedSessions sessions, ClinicService clinics) {
        this.sessions = sessions;
        this.clinics = clinics;
    }

    @Override
    public boolean covers(AppointmentCompleted visit) {
        var day = visit.startedAt().atZone(clinics.current().timeZone()).toLocalDate();
        return sessions.cover(visit.appointmentId(), visit.patientId(), visit.serviceId(), day);
    }
}
