package org.carewright.negative;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.account.StaffAdministration;
import org.carewright.identity.key.ApiKeys;
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
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestVisits;
import org.carewright.test.TestWorkday;
import org.carewright.test.TestWorkday.Workday;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A clinic in which whoever types anything types {@link #TEXT}. */
@Component
class HostileClinic {

    /** What the expressions in it come to. */
    static final String EVALUATED = String.valueOf(9973 * 9967);

    static final String ELEMENT = "cw-injected";

    /** A formula, the end of an attribute, an element, and expressions of templates, Angular and messages. */
    static final String TEXT = "=\"'><cw-injected>${9973*9967}[[${9973*9967}]]{{9973*9967}}#{9973*9967}";

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
    private final TestOnboarding newcomers;
    private final Invoices invoices;
    private final Payments payments;
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
            TestOnboarding newcomers,
            Invoices invoices,
            Payments payments,
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
        this.newcomers = newcomers;
        this.invoices = invoices;
        this.payments = payments;
        this.scope = scope;
    }

    /**
     * @param visit today at one, waiting for check-in
     * @param request today at two, waiting for approval
     * @param patient who comes at one
     * @param email the patient's address
     * @param family a portal account with full access to the patient
     * @param invited the address of somebody invited to the staff
     * @param onboarding of somebody who has answered every form with it
     * @param invoice issued to the patient, paid in part
     */
    record Opened(
            Workday day,
            Booking visit,
            Booking request,
            UUID patient,
            String email,
            Person family,
            String invited,
            UUID onboarding,
            UUID invoice) {}

    Opened open() {
        var day = workdays.begin();
        var clinic = day.practice().clinic();
        in(day, "update clinics.clinic set name = ?, address = ?", TEXT, TEXT);
        in(day, "update scheduling.service set name = ?, description = ?", TEXT, TEXT);
        in(day, "update scheduling.practitioner set name = ?, title = ?", TEXT, TEXT);
        var email = "hostile-" + UUID.randomUUID() + "@patient.example";
        var visit = book(day, day.practice().visit(), 13, email);
        var request = book(day, day.practice().onRequest(), 14, "other-" + email);
        var patient = scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select patient_id from scheduling.appointment where id = ?",
                        UUID.class,
                        visit.appointmentId()));
        var family = staff.portal(clinic);
        in(day, "update identity.account set display_name = ?", TEXT);
        var invited = "invited-" + UUID.randomUUID() + "@staff.example";
        scope.run(clinic.id(), () -> {
            records.update(patient, records.get(patient).version(), record(email));
            portal.grant(new NewGrant(family.id(), patient, AccessLevel.FULL, Relation.OTHER, null, null, true));
            var manager = new StaffPrincipal(day.manager().id(), clinic.id(), TEXT, Set.of(Role.MANAGER), 0);
            access.restrict(manager, patient, true, TEXT);
            access.restrict(manager, patient, false, TEXT);
            keys.create(TEXT, Set.of("appointments:read"), 30, day.manager().id());
            administration.invite(manager, invited, TEXT, Set.of(Role.BILLING));
        });
        return new Opened(
                day, visit, request, patient, email, family, invited, onboard(clinic), invoice(clinic, patient));
    }

    private UUID onboard(TestClinic clinic) {
        var details = new HashMap<>(TestOnboarding.details());
        details.putAll(Map.of("givenName", TEXT, "familyName", TEXT));
        var newcomer = newcomers.atPortal(clinic, details);
        var answers = new HashMap<>(TestOnboarding.healthy());
        answers.put("medicalHistory", TEXT);
        answers.put("address", TEXT);
        answers.put("allergies", List.of(Map.of("substance", TEXT, "reaction", TEXT)));
        newcomers.answerIntake(newcomer, answers);
        newcomers.giveInsurance(
                newcomer, Map.of("insured", "yes", "payer", TEXT, "policyNumber", TEXT, "groupNumber", TEXT));
        return newcomer.onboarding();
    }

    private UUID invoice(TestClinic clinic, UUID patient) {
        return scheduling.in(clinic, () -> {
            var line = new InvoiceDraft.Line(null, TEXT, BigDecimal.ONE, 8_000, 0);
            var draft = new InvoiceDraft(
                    patient, InvoiceSource.BY_HAND, TestMoney.DOLLARS, List.of(line), null, null, null, TEXT);
            var invoice = invoices.draft(draft);
            invoices.issue(invoice);
            var paid = new NewPayment(
                    UUID.randomUUID(),
                    patient,
                    invoice,
                    NewPayment.MANUAL,
                    PaymentMethod.BANK_TRANSFER,
                    new Money(3_000, TestMoney.DOLLARS),
                    true);
            payments.take(paid, TEXT.substring(0, 40));
            return invoice;
        });
    }

    private Booking book(Workday day, UUID service, int hour, String email) {
        var start = day.today().atTime(LocalTime.of(hour, 0)).atZone(day.zone()).toInstant();
        var booking = visits.book(day.practice(), service, start, form -> {
            form.putAll(Map.of(
                    "givenName", TEXT,
                    "familyName", TEXT,
                    "email", email,
                    "phone", "",
                    "preferredChannel", "email",
                    "reason", TEXT));
            return form;
        });
        jobs.runDue(workdays.find(day, booking).processInstanceId());
        return booking;
    }

    private static RecordDraft record(String email) {
        return new RecordDraft(
                TEXT,
                TEXT,
                LocalDate.of(1980, 5, 2),
                email,
                null,
                PreferredChannel.EMAIL,
                "en",
                TEXT,
                new EmergencyContact(TEXT, TEXT, "+12125550199"),
                TEXT,
                List.of(new Allergy(TEXT, TEXT)),
                List.of(new Medication(TEXT, TEXT)),
                new Insurance(TEXT, TEXT, TEXT, null),
                null);
    }

    private void in(Workday day, String sql, Object... values) {
        scheduling.in(day.practice().clinic(), () -> database.update(sql, values));
    }
}
