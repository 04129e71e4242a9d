package org.carewright.scheduling.relation;

import java.util.UUID;
import org.carewright.audit.access.CareRelation;
import org.springframework.stereotype.Component;

/** A practitioner treats the patients who have a visit with them; one that was cancelled or declined is none. */
@Component
class VisitRelation implements CareRelation {

    private final RelationMapper relations;

    VisitRelation(RelationMapper relations) {
        this.relations = relations;
    }

    @Override
    public boolean treats(UUID accountId, UUID patientId) {
        return relations.hasVisit(accountId, patientId);
    }
}
