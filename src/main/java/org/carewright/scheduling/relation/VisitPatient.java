package org.carewright.scheduling.relation;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An appointment's process is about whoever comes. */
@Component
class VisitPatient implements PatientOfProcess {

    private final RelationMapper relations;

    VisitPatient(RelationMapper relations) {
        this.relations = relations;
    }

    @Override
    public String processId() {
        return "AppointmentProcess";
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> patientOf(UUID appointmentId) {
        return Optional.ofNullable(relations.patientOf(appointmentId));
    }
}
