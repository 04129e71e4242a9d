package org.carewright.patients.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.patients.Patient;
import org.carewright.patients.PatientService;
import org.carewright.patients.access.FamilyAccess;
import org.carewright.patients.access.Grant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The patients whose pages an account may open now, in a constant number of statements (IAM-1). */
@Service
public class PortalPeople {

    private static final Comparator<PortalPerson> ONESELF_FIRST = Comparator.<PortalPerson, Boolean>comparing(
                    person -> person.grant().relation() != Relation.SELF)
            .thenComparing(PortalPerson::name);

    private final PatientAccess access;
    private final FamilyAccess family;
    private final PatientService patients;
    private final AuditLog audit;
    private final List<PortalCards> sources;

    PortalPeople(
            PatientAccess access,
            FamilyAccess family,
            PatientService patients,
            AuditLog audit,
            List<PortalCards> sources) {
        this.access = access;
        this.family = family;
        this.patients = patients;
        this.audit = audit;
        this.sources = sources;
    }

    /** Oneself first, the others by name; without cards. */
    @Transactional(readOnly = true)
    public List<PortalPerson> of(UUID accountId) {
        return people(access.patientsOf(accountId), Map.of());
    }

    /** The same with what each module shows for them; audited per patient. */
    @Transactional
    public List<PortalPerson> withCards(UUID accountId) {
        var grants = access.patientsOf(accountId);
        var cards = new HashMap<UUID, List<PortalCard>>();
        for (var source : sources) {
            source.cards(grants).forEach((patient, more) -> cards.computeIfAbsent(patient, id -> new ArrayList<>())
                    .addAll(more));
        }
        grants.forEach(grant -> audit.read(grant.patientId(), "portal-home"));
        return people(grants, cards);
    }

    /** One among them. @throws ProblemException 404 when it isn't */
    public static PortalPerson chosen(List<PortalPerson> people, UUID patientId) {
        return people.stream()
                .filter(person -> person.id().equals(patientId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private List<PortalPerson> people(List<Grant> grants, Map<UUID, List<PortalCard>> cards) {
        var found = patients.findAll(
                grants.stream().map(Grant::patientId).distinct().toList());
        return grants.stream()
                .filter(grant -> found.containsKey(grant.patientId()))
                .map(grant -> person(grant, found.get(grant.patientId()), cards))
                .sorted(ONESELF_FIRST)
                .toList();
    }

    private PortalPerson person(Grant grant, Patient patient, Map<UUID, List<PortalCard>> cards) {
        return new PortalPerson(
                patient.id(),
                patient.fullName(),
                grant,
                family.decides(grant),
                List.copyOf(cards.getOrDefault(patient.id(), List.of())));
    }
}
