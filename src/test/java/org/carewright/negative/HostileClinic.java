package org.carewright.negative;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.account.StaffAdministration;
import org.carewright.identity.key.ApiKeys;
import org.carewright.negative.HostilePapers.Papers;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.scheduling.Booking;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestJobs;
import org.carewright.test.TestPhones;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestVisits;
import org.carewright.test.TestWorkday;
import org.carewright.test.TestWorkday.Workday;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A clinic in which whoever types anything types the same hostile text. */
@Component
class HostileClinic {

    /** What the expressions in it come to. */
    static final String EVALUATED = String.valueOf(9973 * 9967);

    /** Begins with a formula each; the first lines of a page that takes it for anything but text are in {@code raw}. */
    enum Text {
        /** The end of an attribute, an element, and expressions of templates, Angular and messages. */
        ELEMENT_AND_EXPRESSIONS(
                "=\"'><cw-injected>${9973*9967}[[${9973*9967}]]{{9973*9967}}#{9973*9967}", "<cw-injected", "\"'>"),
        /** A script, a selection and a link of Thymeleaf, its inlined code, a comment. */
        SCRIPT("@<script>cw-injected()</script>*{9973*9967}@{9973*9967}[(${9973*9967})]<!--", "<script>cw-injected"),
        /** Another attribute, a fragment and preprocessing of Thymeleaf, Java by SpEL, an address that runs. */
        ATTRIBUTE(
                "-cw-injected' onfocus='a()' ~{9973*9967}__${9973*9967}__|javascript:a()", "' onfocus='", "href=\"-cw");

        private final String typed;
        private final List<String> raw;

        Text(String typed, String... raw) {
            this.typed = typed;
            this.raw = List.of(raw);
        }

        String typed() {
            return typed;
        }

        /** What a page that shows it as text doesn't have. */
        List<String> raw() {
            return raw;
        }

        /** Its beginning, where little fits. */
        String typed(int longest) {
            return typed.substring(0, Math.min(longest, typed.length()));
        }
    }

    private final TestWorkday workdays;
    private final TestVisits visits;
    private final TestStaff staff;
    private final TestScheduling scheduling;
    private final TestJobs jobs;
    private final JdbcTemplate database;
    private final PatientRecords records;
    private final PatientAccess portal;
    private final RecordAccess access;
    private final StaffAdministration administration;
    private final ApiKeys keys;
    private final HostilePapers papers;
    private final ClinicScope scope;

    HostileClinic(
            TestWorkday workdays,
            TestVisits visits,
            TestStaff staff,
            TestScheduling scheduling,
            TestJobs jobs,
            JdbcTemplate database,
            PatientRecords records,
            PatientAccess portal,
            RecordAccess access,
            StaffAdministration administration,
            ApiKeys keys,
            HostilePapers papers,
            ClinicScope scope) {
        this.workdays = workdays;
        this.visits = visits;
        this.staff = staff;
        this.scheduling = scheduling;
        this.jobs = jobs;
        this.database = database;
        this.records = records;
        this.portal = portal;
        this.access = access;
        this.administration = administration;
        this.keys = keys;
        this.papers = papers;
        this.scope = scope;
    }

    /**
     * @param visit today at one, waiting for check-in
     * @param request today at two, waiting for approval
     * @param patient who comes at one
     * @param email the patient's address
     * @param family a portal account with full access to the patient
     * @param invited the address of somebody invited to the staff
     * @param phone of somebody who comes at three and is written to by text message
     * @param papers what else is about the patient
     */
    record Opened(
            Workday day,
            Booking visit,
            Booking request,
            UUID patient,
            String email,
            Person family,
            String invited,
            String phone,
            Papers papers,
            Text text) {}

    Opened open(Text text) {
        var typed = text.typed();
        var day = workdays.begin();
        var clinic = day.practice().clinic();
        in(day, "update clinics.clinic set name = ?, address = ?", typed, typed);
        in(day, "update scheduling.service set name = ?, description = ?", typed, typed);
        scheduling.resource(clinic, "room", day.practice().onRequest());
        in(day, "update scheduling.resource set name = ?", typed);
        in(day, "update scheduling.practitioner set name = ?, title = ?", typed, typed);
        var email = "hostile-" + UUID.randomUUID() + "@patient.example";
        var visit = visit(day, typed, 13, Map.of("email", email));
        var request = book(day, day.practice().onRequest(), typed, 14, Map.of("email", "other-" + email));
        var patient = scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select patient_id from scheduling.appointment where id = ?",
                        UUID.class,
                        visit.appointmentId()));
        var family = staff.portal(clinic);
        in(day, "update identity.account set display_name = ?", typed);
        var invited = "invited-" + UUID.randomUUID() + "@staff.example";
        scope.run(clinic.id(), () -> {
            records.update(patient, records.get(patient).version(), record(typed, email));
            portal.grant(new NewGrant(family.id(), patient, AccessLevel.FULL, Relation.OTHER, null, null, true));
            var manager = new StaffPrincipal(day.manager().id(), clinic.id(), typed, Set.of(Role.MANAGER), 0);
            access.restrict(manager, patient, true, typed);
            access.restrict(manager, patient, false, typed);
            keys.create(typed, Set.of("appointments:read"), 30, day.manager().id());
            administration.invite(manager, invited, typed, Set.of(Role.BILLING));
        });
        var phone = TestPhones.next();
        visit(day, typed, 15, Map.of("email", "text-" + email, "phone", phone, "preferredChannel", "sms"));
        var paper = papers.of(clinic, patient, text);
        return new Opened(day, visit, request, patient, email, family, invited, phone, paper, text);
    }

    /** Names clinic, services and practitioners anew. */
    void rename(Opened opened, String name) {
        in(opened.day(), "update clinics.clinic set name = ?, address = ?", name, name);
        in(opened.day(), "update scheduling.service set name = ?", name);
        in(opened.day(), "update scheduling.practitioner set name = ?", name);
    }

    private Booking visit(Workday day, String typed, int hour, Map<String, String> reach) {
        return book(day, day.practice().visit(), typed, hour, reach);
    }

    /** @param reach how the patient is reached; by mail unless it says otherwise */
    private Booking book(Workday day, UUID service, String typed, int hour, Map<String, String> reach) {
        var start = day.today().atTime(LocalTime.of(hour, 0)).atZone(day.zone()).toInstant();
        var booking = visits.book(day.practice(), service, start, form -> {
            form.putAll(Map.of(
                    "givenName",
                    typed,
                    "familyName",
                    typed,
                    "email",
                    "",
                    "phone",
                    "",
                    "preferredChannel",
                    "email",
                    "reason",
                    typed));
            form.putAll(reach);
            return form;
        });
        jobs.runDue(workdays.find(day, booking).processInstanceId());
        return booking;
    }

    private static RecordDraft record(String typed, String email) {
        return new RecordDraft(
                typed,
                typed,
                LocalDate.of(1980, 5, 2),
                email,
                null,
                PreferredChannel.EMAIL,
                "en",
                typed,
                new EmergencyContact(typed, typed, "+12125550199"),
                typed,
                List.of(new Allergy(typed, typed)),
                List.of(new Medication(typed, typed)),
                new Insurance(typed, typed, typed, null),
                null);
    }

    private void in(Workday day, String sql, Object... values) {
        scheduling.in(day.practice().clinic(), () -> database.update(sql, values));
    }
}
