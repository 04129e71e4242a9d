package org.carewright.onboarding.patient;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.patients.access.Grant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.sealing.IndexText;
import org.springframework.stereotype.Component;

/**
 * Looks for records of the clinic in scope that a registered person may have already (ONB-4): by e-mail address, by
 * phone, by name with date of birth. What the likeness means is decided by {@code DuplicateCheckDecision}.
 */
@Component
class DuplicateSearch {

    /** Of each search; more people than that don't share an address. */
    private static final int MOST = 20;

    private final PatientSearch search;
    private final PatientRecords records;
    private final PatientAccess access;
    private final ClinicService clinics;

    DuplicateSearch(PatientSearch search, PatientRecords records, PatientAccess access, ClinicService clinics) {
        this.search = search;
        this.records = records;
        this.access = access;
        this.clinics = clinics;
    }

    /**
     * The record most alike, empty when none is alike at all.
     *
     * @param forAnother whether the contacts are those of a parent: a record that shares nothing else is the parent's own,
     *     or a sister's or brother's
     */
    Optional<Candidate> best(EnrolmentDetails person, UUID accountId, boolean forAnother) {
        var phone = PatientService.toE164(person.phone(), clinics.current().country());
        return records.findAll(found(person, phone)).values().stream()
                .map(record -> compare(person, phone, record, accountId))
                .filter(candidate -> candidate.likeness() > 0)
                .filter(candidate -> !forAnother || candidate.sameName() || candidate.sameBirthDate())
                .max(Comparator.comparingInt(Candidate::likeness)
                        .thenComparing(candidate -> !candidate.otherAccount())
                        .thenComparing(Candidate::patientId));
    }

    private Set<UUID> found(EnrolmentDetails person, Optional<String> phone) {
        var ids = new LinkedHashSet<UUID>();
        add(ids, query(person.email(), null, List.of(), person));
        phone.ifPresent(number -> add(ids, query(null, number, List.of(), person)));
        add(ids, query(null, null, Arrays.asList(person.familyName().strip().split("\\s+")), person));
        add(ids, query(null, null, Arrays.asList(person.givenName().strip().split("\\s+")), person));
        return ids;
    }

    /** By names together with the date of birth, so that one misspelt name is still found by the other. */
    private static PatientQuery query(String email, String phone, List<String> words, EnrolmentDetails person) {
        return new PatientQuery(
                Optional.empty(),
                Optional.ofNullable(email),
                Optional.ofNullable(phone),
                words,
                words.isEmpty() ? null : person.dateOfBirth());
    }

    private void add(Set<UUID> ids, PatientQuery query) {
        if (!query.blank()) {
            search.find(query, MOST).stream().map(FoundPatient::id).forEach(ids::add);
        }
    }

    private Candidate compare(EnrolmentDetails person, Optional<String> phone, PatientRecord record, UUID accountId) {
        var content = record.content();
        return new Candidate(
                record.id(),
                same(person.fullName(), record.fullName()),
                person.dateOfBirth().equals(content.dateOfBirth()),
                same(person.email(), content.email()),
                phone.isPresent() && phone.get().equals(content.phone()),
                belongsToAnother(record.id(), accountId),
                summary(record));
    }

    private boolean belongsToAnother(UUID patientId, UUID accountId) {
        return access.of(patientId).stream()
                .filter(grant -> grant.relation() == Relation.SELF && grant.revokedAt() == null)
                .map(Grant::accountId)
                .anyMatch(owner -> !owner.equals(accountId));
    }

    private static boolean same(String one, String other) {
        return one != null && other != null && IndexText.normal(one).equals(IndexText.normal(other));
    }

    static String summary(PatientRecord record) {
        var content = record.content();
        return summary(
                record.fullName(),
                content.dateOfBirth() == null ? null : content.dateOfBirth().toString(),
                content.email(),
                content.phone());
    }

    static String summary(String... facts) {
        return Stream.of(facts).filter(fact -> fact != null && !fact.isBlank()).collect(Collectors.joining(" · "));
    }
}
