package org.carewright.patients.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.merge.PatientMerges.Version;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.PatientStatus;
import org.carewright.patients.record.RecordChangedException;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.record.RecordField;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two records of one patient become one and, if that was wrong, two again (ONB-4). */
@CarewrightTest
class PatientMergesTests {

    /** Where a patient's name stands and stays: what was written must stay as it was written, or isn't about the row. */
    private static final Set<String> STAYS = Set.of(
            "audit.event.patient_id",
            "audit.record_restriction.patient_id",
            "audit.emergency_access.patient_id",
            "compliance.disclosure.patient_id",
            "identity.ticket.patient_id",
            // A provider's customer stays what it was; the cards kept with it carry its id themselves
            "integrations.payment_customer.patient_id",
            "patients.merge.kept_id",
            "patients.merge.gone_id");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientService patients;

    @Autowired
    PatientMerges merges;

    @Autowired
    PatientSearch search;

    @Autowired
    PatientAccess portal;

    @Autowired
    RecordAccess access;

    @Autowired
    MovedColumns moved;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private Practice practice;
    private TestClinic clinic;
    private UUID kept;
    private UUID gone;

    @BeforeEach
    void setUp() {
        practice = visits.open();
        clinic = practice.clinic();
        kept = create(RecordDraft.of("Ann", "Smith", null, "ann@patient.example", null, "en"));
        gone = create(RecordDraft.of(
                "Ann", "Smith-Jones", LocalDate.of(1980, 5, 2), "other@patient.example", "+12125550123", "en"));
    }

    @Test
    void everyColumnThatNamesAPatientGoesAlongOrIsKnownToStay() {
        var columns = database.queryForList(
                """
                select c.table_schema || '.' || c.table_name || '.' || c.column_name
                from information_schema.columns c
                     join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.data_type = 'uuid' and c.table_schema <> 'engine'
                  and c.column_name in ('patient_id', 'referred_by', 'merged_into', 'kept_id', 'gone_id', 'taken_id')
                """,
                String.class);
        var places = moved.all().stream().map(PatientRows::place).toList();

        assertThat(columns)
                .isNotEmpty()
                .allMatch(column -> STAYS.contains(column) || places.contains(column), "is moved or stays");
    }

    @Test
    void takesTheFieldsThatWereChosenAndNoOthers() {
        merge(RecordField.DATE_OF_BIRTH, RecordField.PHONE);

        assertThat(record(kept).content())
                .isEqualTo(RecordDraft.of(
                        "Ann", "Smith", LocalDate.of(1980, 5, 2), "ann@patient.example", "+12125550123", "en"));
        assertThat(record(gone).status()).isEqualTo(PatientStatus.MERGED);
    }

    @Test
    void visitsMessagesTimesAccessAndReferralsGoAlong() {
        var appointment = book("10:00", "Ann", "Smith-Jones", "other@patient.example");
        var account = staff.portal(clinic).id();
        in(() -> portal.grant(new NewGrant(account, gone, AccessLevel.FULL, Relation.SELF, null, null, false)));
        var friend = create(withReferrer(gone));

        merge();

        assertThat(ownerOf("scheduling.appointment", appointment)).isEqualTo(kept);
        assertThat(count("messaging.message where patient_id = ?", gone)).isZero();
        assertThat(count("scheduling.reservation where taken_id = ?", gone)).isZero();
        assertThat(count("scheduling.reservation where taken_id = ?", kept)).isEqualTo(1);
        assertThat(in(() -> portal.patientsOf(account)).get(0).patientId()).isEqualTo(kept);
        assertThat(record(friend).content().referredBy()).isEqualTo(kept);
    }

    @Test
    void anUndoneMergeLeavesBothAsTheyWere() {
        var appointment = book("10:00", "Ann", "Smith-Jones", "other@patient.example");
        var own = book("12:00", "Ann", "Smith", "ann@patient.example");
        var before = record(kept).content();
        var beforeOther = record(gone).content();
        var merge = merge(RecordField.values());

        assertThat(in(() -> merges.undo(person(), merge))).isEqualTo(kept);

        assertThat(record(kept).content()).isEqualTo(before);
        assertThat(record(gone).content()).isEqualTo(beforeOther);
        assertThat(record(gone).status()).isEqualTo(PatientStatus.ACTIVE);
        assertThat(ownerOf("scheduling.appointment", appointment)).isEqualTo(gone);
        assertThat(ownerOf("scheduling.appointment", own)).isEqualTo(kept);
        assertThat(count("scheduling.reservation where taken_id = ?", gone)).isEqualTo(1);
    }

    @Test
    void whatWasChangedSinceTheMergeSurvivesItsUndoing() {
        var merge = merge(RecordField.PHONE, RecordField.DATE_OF_BIRTH);
        var content = record(kept).content();
        in(() -> records.update(
                kept,
                record(kept).version(),
                RecordField.take(
                        content,
                        RecordDraft.of(null, null, null, null, "+12125550177", null),
                        List.of(RecordField.PHONE))));

        in(() -> merges.undo(person(), merge));

        assertThat(record(kept).content().phone()).isEqualTo("+12125550177");
        assertThat(record(kept).content().dateOfBirth()).isNull();
    }

    @Test
    void visitsAtTheSameTimeAreBothKeptAndComeApartAgain() {
        book("10:00", "Ann", "Smith", "ann@patient.example");
        var start = start("10:00");
        in(() -> database.update(
                "insert into scheduling.reservation (clinic_id, id, kind, taken_id, blocked, appointment_id, overbooked)"
                        + " select clinic_id, gen_random_uuid(), 'patient', ?, blocked, appointment_id, false"
                        + " from scheduling.reservation where taken_id = ? and lower(blocked) = ?",
                gone,
                kept,
                Timestamp.from(start)));

        var merge = merge();
        assertThat(count("scheduling.reservation where taken_id = ? and overbooked", kept))
                .isEqualTo(1);
        in(() -> merges.undo(person(), merge));

        assertThat(count("scheduling.reservation where taken_id = ? and not overbooked", gone))
                .isEqualTo(1);
        assertThat(count("scheduling.reservation where taken_id = ? and not overbooked", kept))
                .isEqualTo(1);
    }

    @Test
    void aMergedRecordIsFoundNoMoreAndWhoBooksUnderItBooksForTheOther() {
        merge();

        assertThat(in(() -> search.find(PatientQuery.of("smith-jones"), 5))).isEmpty();
        var found = in(() -> patients.findOrCreate(
                new NewPatient("Ann", "Smith-Jones", "other@patient.example", null, PreferredChannel.BOTH, "en"),
                "US"));
        assertThat(found.id()).isEqualTo(kept);
    }

    @Test
    void aBookingUnderWayIsWaitedForAndGoesAlong() {
        var booked = new CompletableFuture<UUID>();
        var merging = new CompletableFuture<Void>();
        in(() -> {
            var patient = patients.findOrCreate(
                    new NewPatient("Ann", "Smith-Jones", "other@patient.example", null, PreferredChannel.BOTH, "en"),
                    "US");
            merging.completeAsync(() -> {
                merge();
                return null;
            });
            Awaitility.await().until(() -> waiting() > 0);
            booked.complete(scheduling.appointment(
                    clinic, patient.id(), practice.visit(), practice.practitioner(), start("15:00")));
            return null;
        });
        merging.join();

        assertThat(ownerOf("scheduling.appointment", booked.join())).isEqualTo(kept);
    }

    @Test
    void aRestrictedRecordStaysRestricted() {
        in(() -> {
            access.restrict(person(), gone, true, "Asked for");
            return null;
        });

        merge();

        assertThat(in(() -> access.isRestricted(kept))).isTrue();
    }

    @Test
    void refusesARecordChangedSinceItWasSeen() {
        in(() -> records.update(gone, 0, RecordDraft.of("Bo", "Smith-Jones", null, null, null, "en")));

        assertThatExceptionOfType(RecordChangedException.class)
                .isThrownBy(
                        () -> in(() -> merges.merge(person(), new Version(kept, 0), new Version(gone, 0), List.of())));
        assertThat(record(kept).version()).isZero();
    }

    @Test
    void refusesARecordAndItselfMergedOnesAndOtherClinics() {
        refused("merge_same", kept, kept);
        merge();
        refused("not_found", kept, gone);
        var foreign = visits.open();
        var theirs = scheduling.in(
                foreign.clinic(), () -> records.create(RecordDraft.of("Ann", "Smith", null, null, null, "en")));
        refused("not_found", kept, theirs);
    }

    @Test
    void canBeUndoneForThirtyDaysAndOnce() {
        var merge = merge();
        var now = clock.instant();
        time.moveTo(now.plus(Duration.ofDays(30)));
        refused("merge_final", merge);
        time.moveTo(now.plus(Duration.ofDays(29)));
        in(() -> merges.undo(person(), merge));
        refused("merge_final", merge);
    }

    @Test
    void aChainComesApartInTheOppositeOrder() {
        var third = create(RecordDraft.of("Anna", "Smith", null, null, null, "en"));
        var first = merge();
        var second = in(() -> merges.merge(
                person(), new Version(third, 0), new Version(kept, record(kept).version()), List.of()));
        assertThat(in(() -> merges.mergedInto(gone))).contains(third);

        refused("merge_order", first);
        in(() -> merges.undo(person(), second));
        in(() -> merges.undo(person(), first));

        assertThat(record(gone).status()).isEqualTo(PatientStatus.ACTIVE);
        assertThat(record(kept).status()).isEqualTo(PatientStatus.ACTIVE);
    }

    @Test
    void suggestsRecordsThatMayBeTheSamePatients() {
        var sameMail = create(RecordDraft.of("A.", "S.", null, "ann@patient.example", null, "en"));
        var sameName = create(RecordDraft.of("Ann", "Smith", null, "third@patient.example", null, "en"));

        assertThat(in(() -> merges.similar(kept, 10)))
                .extracting(found -> found.id())
                .containsExactlyInAnyOrder(sameMail, sameName);
    }

    private UUID merge(RecordField... taken) {
        return in(() -> merges.merge(
                person(),
                new Version(kept, record(kept).version()),
                new Version(gone, record(gone).version()),
                List.of(taken)));
    }

    private void refused(String code, UUID one, UUID other) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> in(() -> merges.merge(
                        person(), new Version(one, record(one).version()), new Version(other, 0), List.of())))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private void refused(String code, UUID merge) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> in(() -> merges.undo(person(), merge)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private UUID book(String time, String givenName, String familyName, String email) {
        return visits.book(practice, practice.visit(), start(time), form -> {
                    form.put("givenName", givenName);
                    form.put("familyName", familyName);
                    form.put("email", email);
                    return form;
                })
                .appointmentId();
    }

    private Instant start(String time) {
        return clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(7))
                .plus(Duration.ofHours(Integer.parseInt(time.substring(0, 2)) + 5));
    }

    private static RecordDraft withReferrer(UUID referrer) {
        var draft = RecordDraft.of("Fay", "Friend", null, null, null, "en");
        return new RecordDraft(
                draft.givenName(),
                draft.familyName(),
                null,
                null,
                null,
                PreferredChannel.BOTH,
                "en",
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                referrer);
    }

    private StaffPrincipal person() {
        return new StaffPrincipal(new UUID(0, 7), clinic.id(), "Rae", Set.of(Role.RECEPTIONIST), 0);
    }

    private UUID create(RecordDraft draft) {
        return in(() -> records.create(draft));
    }

    private PatientRecord record(UUID id) {
        return in(() -> records.get(id));
    }

    private UUID ownerOf(String table, UUID id) {
        return in(() -> database.queryForObject("select patient_id from " + table + " where id = ?", UUID.class, id));
    }

    private int count(String what, UUID patient) {
        return in(() -> database.queryForObject("select count(*) from " + what, Integer.class, patient));
    }

    private int waiting() {
        return database.queryForObject(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%patients.patient%'",
                Integer.class);
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(clinic, work);
    }
}
