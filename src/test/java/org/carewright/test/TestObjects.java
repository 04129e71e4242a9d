package org.carewright.test;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.Refunds;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.carewright.patients.merge.PatientMerges;
import org.carewright.patients.merge.PatientMerges.Version;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.money.Money;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestVisits.Practice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the object that an address names by an id. Tests that walk all addresses ask here, so an address with a new kind
 * of object needs a line here.
 */
@Component
public class TestObjects {

    private static final Instant START = Instant.parse("2026-11-02T15:00:00Z");

    private final TestScheduling scheduling;
    private final TestStaff staff;
    private final JdbcTemplate database;
    private static final LocalTime TEN_O_CLOCK = LocalTime.of(10, 0);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final TestVisits visits;
    private final TestOnboarding onboarding;
    private final ProviderAccounts accounts;
    private final PatientRecords records;
    private final PatientMerges merges;
    private final TestConsents consents;
    private final TestMoney money;
    private final TestBank bank;
    private final TestPaid paid;
    private final InvoiceLedger invoices;
    private final Refunds refunds;
    private final TestPlans plans;
    private final Clock clock;
    private final Map<UUID, Practice> practices = new ConcurrentHashMap<>();
    private final Map<String, Maker> makers = new LinkedHashMap<>();

    TestObjects(
            TestScheduling scheduling,
            TestVisits visits,
            TestStaff staff,
            PatientRecords records,
            PatientMerges merges,
            TestConsents consents,
            TestOnboarding onboarding,
            TestMoney money,
            TestBank bank,
            TestPaid paid,
            InvoiceLedger invoices,
            Refunds refunds,
            TestPlans plans,
            ProviderAccounts accounts,
            JdbcTemplate database,
            Clock clock) {
        this.consents = consents;
        this.records = records;
        this.merges = merges;
        this.visits = visits;
        this.clock = clock;
        this.scheduling = scheduling;
        this.staff = staff;
        this.database = database;
        this.onboarding = onboarding;
        this.money = money;
        this.bank = bank;
        this.paid = paid;
        this.invoices = invoices;
        this.refunds = refunds;
        this.plans = plans;
        this.accounts = accounts;
        makers.put("/desk/onboarding/{id}", this::enrolment);
        makers.put("/desk/appointments/{id}", this::appointment);
        makers.put("/api/v1/appointments/{id}", this::appointment);
        makers.put("/api/v1/patients/{id}", this::patient);
        makers.put("/desk/feeds/{id}", this::feed);
        makers.put("/desk/settings/api-keys/{id}", this::apiKey);
        makers.put(
                "/desk/settings/services/{serviceId}",
                (clinic, owner) -> made(clinic, "scheduling.service", scheduling.service(clinic, Map.of())));
        makers.put("/desk/settings/payments/{id}", this::paymentAccount);
        makers.put("/desk/security/passkeys/{passkeyId}", this::passkey);
        makers.put("/portal/security/passkeys/{passkeyId}", this::passkey);
        makers.put("/desk/staff/invites/{id}", this::invite);
        makers.put("/desk/staff/{id}", this::colleague);
        makers.put("/desk/disclosures/{patientId}", this::patient);
        makers.put("/desk/patients/{patientId}", this::patient);
        makers.put("/desk/patients/{patientId}/merge/{otherId}", this::patient);
        makers.put("/desk/patient-merges/{mergeId}", this::merge);
        makers.put("/desk/patient-imports/{importId}", this::patientImport);
        makers.put("/desk/emergency-access/{patientId}", this::patient);
        makers.put("/desk/restrictions/{patientId}", this::patient);
        makers.put("/portal/patients/{patientId}", this::portalPatient);
        makers.put("/desk/portal-access/{grantId}", this::portalAccess);
        makers.put("/desk/settings/consents/{definitionId}", this::consentDefinition);
        makers.put("/desk/consents/{consentId}", this::consent);
        makers.put("/portal/consents/{consentId}", this::portalConsent);
        makers.put("/desk/portal-invites/{inviteId}", this::familyInvite);
        makers.put("/portal/appointments/{id}", this::portalAppointment);
        makers.put("/api/v1/invoices/{id}", this::portalInvoice);
        makers.put("/api/v1/payments/invoice/{id}", this::portalInvoice);
        makers.put("/api/v1/refunds/{id}", this::refund);
        makers.put("/desk/credit-notes/{creditNoteId}", this::creditNote);
        makers.put("/portal/credit-notes/{creditNoteId}", this::creditNote);
        makers.put("/portal/family/{id}", this::familyGrant);
        makers.put("/portal/family/invites/{id}", this::familyInvite);
        makers.put("/desk/invoices/{invoiceId}", this::draftInvoice);
        makers.put("/desk/payments/{paymentId}", this::payment);
        makers.put("/portal/invoices/{invoiceId}", this::portalInvoice);
        makers.put("/desk/settings/billing/taxes/{taxId}", this::tax);
        makers.put("/desk/settings/billing/coupons/{couponId}", this::coupon);
        makers.put("/portal/payments/{paymentId}", this::portalPayment);
        makers.put("/desk/upi-payments/{paymentId}", this::upiPayment);
        makers.put("/portal/upi-payments/{paymentId}", this::portalUpiPayment);
        makers.put("/desk/disputes/{disputeId}", this::dispute);
        makers.put("/desk/differences/{differenceId}", this::difference);
        makers.put("/desk/bank/statements/{uploadId}", this::bankUpload);
        makers.put("/desk/bank/credits/{creditId}", this::bankCredit);
        makers.put("/desk/plans/{planId}", (clinic, owner) -> made(clinic, "billing.plan", plans.plan(clinic)));
        makers.put(
                "/desk/package-offers/{offerId}",
                (clinic, owner) -> made(clinic, "billing.package_offer", plans.offer(clinic)));
        makers.put("/desk/subscriptions/{subscriptionId}", this::subscription);
        makers.put("/desk/packages/{packageId}", this::sessionPackage);
        makers.put("/desk/cards/{cardId}", this::card);
        makers.put("/api/v1/subscriptions/{id}", this::subscription);
        makers.put("/portal/subscriptions/{subscriptionId}", this::subscription);
        makers.put("/portal/cards/{cardId}", this::card);
        makers.put("/portal/card-set-ups/{setUpId}", this::cardSetUp);
    }

    /** Makes an object of the clinic, of that person where it belongs to someone. */
    private interface Maker {
        Made make(TestClinic clinic, Person owner);
    }

    /** @param row reads the object's row as it is now */
    public record Made(String id, Supplier<String> row) {}

    /** Makes what the last variable of the pattern names; empty when nobody has said how. */
    public Optional<Made> make(String pattern, TestClinic clinic, Person owner) {
        var upToId = pattern.substring(0, pattern.lastIndexOf('}') + 1);
        return Optional.ofNullable(makers.get(upToId)).map(maker -> maker.make(clinic, owner));
    }

    private Made appointment(TestClinic clinic, Person owner) {
        var practice = practices.computeIfAbsent(clinic.id(), id -> visits.open(clinic, null));
        var start = LocalDate.now(clock.withZone(clinic.zone()))
                .plusDays(2 + DAYS.getAndIncrement() % 300)
                .atTime(TEN_O_CLOCK)
                .atZone(clinic.zone())
                .toInstant();
        var booking = visits.book(practice, practice.visit(), start);
        return made(clinic, "scheduling.appointment", booking.appointmentId());
    }

    private Made enrolment(TestClinic clinic, Person owner) {
        var details = TestOnboarding.details();
        details.put("familyName", "Okafor " + UUID.randomUUID().toString().replaceAll("[^a-f]", ""));
        details.put("phone", null);
        details.put("dateOfBirth", "19%02d-01-01".formatted(20 + DAYS.getAndIncrement() % 79));
        var newcomer = onboarding.atPortal(clinic, details);
        onboarding.answerIntake(newcomer, TestOnboarding.healthy());
        return made(clinic, "onboarding.enrolment", newcomer.onboarding());
    }

    private Made patient(TestClinic clinic, Person owner) {
        var visit = appointment(clinic, owner);
        var id = scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select patient_id from scheduling.appointment where id = ?::uuid", UUID.class, visit.id()));
        return made(clinic, "patients.patient", id);
    }

    /** A patient whose record the owner may open at the portal. */
    private Made portalPatient(TestClinic clinic, Person owner) {
        var patient = patient(clinic, owner);
        access(clinic, owner, patient.id(), "self", START);
        return patient;
    }

    /** An appointment of a patient whom the owner may act for at the portal. */
    private Made portalAppointment(TestClinic clinic, Person owner) {
        var visit = appointment(clinic, owner);
        var patient = scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select patient_id::text from scheduling.appointment where id = ?::uuid",
                        String.class,
                        visit.id()));
        access(clinic, owner, patient, "self", START);
        return visit;
    }

    private Made creditNote(TestClinic clinic, Person owner) {
        var invoice = UUID.fromString(portalInvoice(clinic, owner).id());
        return made(clinic, "billing.credit_note", scheduling.in(clinic, () -> invoices.credit(invoice, 1_000, null)));
    }

    private Made refund(TestClinic clinic, Person owner) {
        var payment = UUID.fromString(portalPayment(clinic, owner).id());
        return made(
                clinic,
                "billing.refund",
                scheduling.in(clinic, () -> refunds.request(payment, 1_000, RefundReason.GOODWILL, null)));
    }

    /** Someone else's access to the owner's record, which the owner hasn't agreed to. */
    private Made familyGrant(TestClinic clinic, Person owner) {
        var patient = portalPatient(clinic, owner);
        return made(
                clinic, "patients.portal_access", access(clinic, staff.portal(clinic), patient.id(), "other", null));
    }

    private Made draftInvoice(TestClinic clinic, Person owner) {
        return made(clinic, "billing.invoice", money.draft(clinic, scheduling.patient(clinic), 8000));
    }

    private Made tax(TestClinic clinic, Person owner) {
        return made(clinic, "billing.tax", money.tax(clinic));
    }

    private Made coupon(TestClinic clinic, Person owner) {
        return made(clinic, "billing.coupon", money.coupon(clinic));
    }

    private Made portalInvoice(TestClinic clinic, Person owner) {
        var patient = UUID.fromString(portalPatient(clinic, owner).id());
        return made(clinic, "billing.invoice", money.issued(clinic, patient, 8000));
    }

    private Made portalPayment(TestClinic clinic, Person owner) {
        var invoice = UUID.fromString(portalInvoice(clinic, owner).id());
        return made(clinic, "billing.payment", money.cash(clinic, invoice, 5000).id());
    }

    private Made payment(TestClinic clinic, Person owner) {
        var invoice = money.issued(clinic, scheduling.patient(clinic), 8000);
        return made(clinic, "billing.payment", money.cash(clinic, invoice, 5000).id());
    }

    private Made upiPayment(TestClinic clinic, Person owner) {
        return upiPayment(clinic, scheduling.patient(clinic));
    }

    private Made portalUpiPayment(TestClinic clinic, Person owner) {
        return upiPayment(clinic, UUID.fromString(portalPatient(clinic, owner).id()));
    }

    private Made upiPayment(TestClinic clinic, UUID patient) {
        bank.takesUpi(clinic);
        return made(clinic, "billing.payment", bank.code(clinic, paid.invoice(clinic, patient, 8_000)));
    }

    private Made dispute(TestClinic clinic, Person owner) {
        return made(clinic, "billing.dispute", paid.disputed(clinic, scheduling.patient(clinic)));
    }

    private Made difference(TestClinic clinic, Person owner) {
        return made(clinic, "billing.difference", paid.difference(clinic));
    }

    private Made bankUpload(TestClinic clinic, Person owner) {
        var line = TestBank.line("UPI " + UUID.randomUUID(), TestBank.utr(), "10.00");
        return made(clinic, "integrations.bank_upload", bank.uploaded(clinic, line));
    }

    private Made bankCredit(TestClinic clinic, Person owner) {
        return made(clinic, "integrations.bank_line", bank.credit(clinic, Money.of(1_000, "INR")));
    }

    private Made subscription(TestClinic clinic, Person owner) {
        var patient = UUID.fromString(portalPatient(clinic, owner).id());
        return made(clinic, "billing.subscription", plans.subscribed(clinic, patient, plans.plan(clinic)));
    }

    private Made sessionPackage(TestClinic clinic, Person owner) {
        var patient = UUID.fromString(portalPatient(clinic, owner).id());
        return made(clinic, "billing.session_package", plans.sold(clinic, patient, plans.offer(clinic)));
    }

    private Made card(TestClinic clinic, Person owner) {
        var patient = UUID.fromString(portalPatient(clinic, owner).id());
        return made(clinic, "billing.saved_card", plans.card(clinic, patient));
    }

    private Made cardSetUp(TestClinic clinic, Person owner) {
        var patient = UUID.fromString(portalPatient(clinic, owner).id());
        return made(clinic, "billing.card_set_up", plans.endedSetUp(clinic, patient));
    }

    private Made familyInvite(TestClinic clinic, Person owner) {
        var patient = portalPatient(clinic, owner);
        var ticket = invite(clinic, owner);
        scheduling.in(clinic, () -> {
            database.update(
                    "update identity.ticket set door = 'portal', roles = '{}', access_level = 'full',"
                            + " patient_id = ?::uuid where id = ?::uuid",
                    patient.id(),
                    ticket.id());
            return database.update(
                    "insert into patients.family_invite values (?, ?::uuid, ?::uuid, 'other', true, now())",
                    clinic.id(),
                    ticket.id(),
                    patient.id());
        });
        return ticket;
    }

    private UUID access(TestClinic clinic, Person account, String patientId, String relation, Instant agreed) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> database.update(
                        "insert into patients.portal_access (clinic_id, id, account_id, patient_id, level, relation,"
                                + " starts_at, agreed_at, created_at) values (?, ?, ?, ?::uuid, 'full', ?, ?, ?, ?)",
                        clinic.id(),
                        id,
                        account.id(),
                        patientId,
                        relation,
                        Timestamp.from(START),
                        agreed == null ? null : Timestamp.from(agreed),
                        Timestamp.from(START)));
        return id;
    }

    private Made consentDefinition(TestClinic clinic, Person owner) {
        return made(
                clinic,
                "documents.consent_definition",
                consents.defined(clinic, "Consent " + UUID.randomUUID()).definitionId());
    }

    private Made consent(TestClinic clinic, Person owner) {
        return signedBy(clinic, patient(clinic, owner));
    }

    private Made portalConsent(TestClinic clinic, Person owner) {
        return signedBy(clinic, portalPatient(clinic, owner));
    }

    private Made signedBy(TestClinic clinic, Made patient) {
        var consent = consents.defined(clinic, "Consent " + UUID.randomUUID());
        return made(
                clinic, "documents.consent_signature", consents.signed(clinic, UUID.fromString(patient.id()), consent));
    }

    private Made patientImport(TestClinic clinic, Person owner) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> database.update(
                        "insert into patients.import (clinic_id, id, status, date_format, created_by, created_at)"
                                + " values (?, ?, 'done', 'iso', ?, now())",
                        clinic.id(),
                        id,
                        owner.id()));
        return made(clinic, "patients.import", id);
    }

    private Made merge(TestClinic clinic, Person owner) {
        var person = new StaffPrincipal(owner.id(), clinic.id(), "Test", Set.of(Role.RECEPTIONIST), 0);
        var id = scheduling.in(clinic, () -> {
            var kept = records.create(RecordDraft.of("Ann", "Test", null, null, null, "en"));
            var gone = records.create(RecordDraft.of("Ann", "Test", null, null, null, "en"));
            return merges.merge(person, new Version(kept, 0), new Version(gone, 0), List.of());
        });
        return made(clinic, "patients.merge", id);
    }

    private Made portalAccess(TestClinic clinic, Person owner) {
        var patient = portalPatient(clinic, staff.portal(clinic));
        var id = scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "update patients.portal_access set agreed_at = null where patient_id = ?::uuid returning id",
                        UUID.class,
                        patient.id()));
        return made(clinic, "patients.portal_access", id);
    }

    private Made feed(TestClinic clinic, Person owner) {
        var practitioner = scheduling.practitioner(clinic);
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> database.update(
                        "insert into scheduling.calendar_feed values (?, ?, ?, ?, ?, now())",
                        clinic.id(),
                        id,
                        practitioner,
                        random(),
                        owner.id()));
        return made(clinic, "scheduling.calendar_feed", id);
    }

    private Made paymentAccount(TestClinic clinic, Person owner) {
        var account = scheduling.in(
                clinic,
                () -> accounts.connect(new AccountDraft(
                        Gateway.UPI, Mode.TEST, List.of("INR"), Map.of("vpa", "test@okbank", "payee_name", "Test"))));
        return made(clinic, "integrations.provider_account", account.id());
    }

    private Made apiKey(TestClinic clinic, Person owner) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> database.update(
                        "insert into identity.api_key (clinic_id, id, name, prefix, hash, scopes, created_by, created_at,"
                                + " expires_at) values (?, ?, 'Test', 'cwk_test', ?, '{appointments:read}', ?, now(),"
                                + " now() + interval '1 day')",
                        clinic.id(),
                        id,
                        random(),
                        owner.id()));
        return made(clinic, "identity.api_key", id);
    }

    private Made passkey(TestClinic clinic, Person owner) {
        var id = random();
        database.update(
                "insert into identity.passkey values (?, ?, 'Test', ?, 0, true, true, true, 'internal', ?, ?, ?, ?)",
                id,
                owner.id(),
                random(),
                random(),
                random(),
                Timestamp.from(START),
                Timestamp.from(START));
        return new Made(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                () -> String.valueOf(database.queryForList(
                        "select account_id, label from identity.passkey where credential_id = ?", (Object) id)));
    }

    private Made invite(TestClinic clinic, Person owner) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> database.update(
                        "insert into identity.ticket (clinic_id, id, purpose, door, email, display_name, language, roles,"
                                + " created_at, expires_at) values (?, ?, 'invite', 'desk', ?, 'Test', 'en',"
                                + " '{receptionist}', now(), now() + interval '1 day')",
                        clinic.id(),
                        id,
                        id + "@staff.example"));
        return made(clinic, "identity.ticket", id);
    }

    private Made colleague(TestClinic clinic, Person owner) {
        return made(
                clinic, "identity.account", staff.of(clinic, Role.RECEPTIONIST).id());
    }

    private Made made(TestClinic clinic, String table, UUID id) {
        return new Made(
                id.toString(),
                () -> scheduling.in(
                        clinic,
                        () -> String.valueOf(database.queryForList(
                                "select to_jsonb(t)::text from " + table + " t where id = ?", String.class, id))));
    }

    private static byte[] random() {
        var bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
