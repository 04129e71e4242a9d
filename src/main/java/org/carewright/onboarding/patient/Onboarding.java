package org.carewright.onboarding.patient;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carewright.audit.AuditLog;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.account.PortalAccounts;
import org.carewright.identity.account.Registration;
import org.carewright.onboarding.patient.EnrolmentMapper.NewEnrolment;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How a patient's onboarding begins (ONB-1): the clinic's QR code page, the portal, or a conversion. */
@Service
public class Onboarding {

    /** So long a patient may take before the clinic follows up (ONB-5). */
    static final Duration PATIENCE = Duration.ofDays(14);

    private static final String RESOURCE = "onboarding";

    private final EnrolmentMapper rows;
    private final Enrolments enrolments;
    private final OnboardingProcess process;
    private final RegistrationForm form;
    private final Registration registration;
    private final PortalAccounts accounts;
    private final PatientInvites invites;
    private final PatientRecords records;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Onboarding(
            EnrolmentMapper rows,
            Enrolments enrolments,
            OnboardingProcess process,
            RegistrationForm form,
            Registration registration,
            PortalAccounts accounts,
            PatientInvites invites,
            PatientRecords records,
            AuditLog audit,
            ClinicScope clinic,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.process = process;
        this.form = form;
        this.registration = registration;
        this.accounts = accounts;
        this.invites = invites;
        this.records = records;
        this.audit = audit;
        this.clinic = clinic;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Registers a new patient, oneself or a child, at the clinic in scope: a portal account and, in the same transaction, the onboarding that
     * waits until the e-mail address is verified. For an address that has an account already nothing begins; its owner
     * learns so by mail, the caller doesn't (IAM-2).
     *
     * @param values of the form {@code register-patient}
     * @param language a language tag
     * @throws InvalidFormException naming the fields that are wrong, {@code password} among them
     */
    public void register(Map<String, Object> values, String password, String language) {
        var checked = form.check(values, null, language);
        var application = new Registration.Application(
                text(values, "email"), checked.details() == null ? "" : checked.accountName(), password, language);
        var errors = new ArrayList<>(checked.errors());
        // The account's own check knows fewer fields; what it says of name and address the form says already.
        registration.problems(application).stream()
                .filter(error -> "password".equals(error.key()))
                .forEach(errors::add);
        orThrow(errors);
        var began = new AtomicBoolean();
        registration.register(application, accountId -> {
            began.set(true);
            begin(atQrPage(accountId, checked, language));
        });
        if (!began.get()) {
            pretend(atQrPage(null, checked, language));
        }
    }

    private static Beginning atQrPage(UUID accountId, RegistrationForm.Checked checked, String language) {
        return new Beginning(
                EnrolmentSource.QR_PAGE,
                accountId,
                null,
                checked.relation(),
                checked.serviceId(),
                language,
                checked.details(),
                false);
    }

    /** The work of a beginning and nothing that stays: nobody shall tell a known address by the time it takes (IAM-2). */
    private void pretend(Beginning beginning) {
        transaction.executeWithoutResult(status -> {
            begin(beginning);
            status.setRollbackOnly();
        });
    }

    /**
     * Begins the onboarding of whoever is signed in at the portal with that account.
     *
     * @param values of the form {@code register-patient} without the e-mail address, which is the account's
     * @throws InvalidFormException naming the fields that are wrong
     * @throws ProblemException 409 {@code onboarding_exists} when one is going on
     */
    @Transactional
    public UUID registerAtPortal(UUID accountId, Map<String, Object> values) {
        var account = accounts.find(accountId).orElseThrow(ProblemException::notFound);
        var checked = form.check(values, account.email(), account.language());
        orThrow(checked.errors());
        if (enrolments.newestOf(accountId).filter(Onboarding::isGoingOn).isPresent()) {
            throw new ProblemException(HttpStatus.CONFLICT, "onboarding_exists");
        }
        return begin(new Beginning(
                invites.invited(accountId) ? EnrolmentSource.INVITE : EnrolmentSource.PORTAL,
                accountId,
                null,
                checked.relation(),
                checked.serviceId(),
                account.language(),
                checked.details(),
                account.emailVerified()));
    }

    /**
     * An interested person became a patient, whose record exists: what remains is the paperwork.
     *
     * @param accountId the patient's portal account, null when there is none yet
     * @param serviceId what they come for, or null
     * @throws ProblemException 404 when the clinic in scope has no such record
     */
    @Transactional
    public UUID convert(UUID patientId, UUID accountId, UUID serviceId) {
        var content = records.get(patientId).content();
        var details = new EnrolmentDetails(
                content.givenName(),
                content.familyName(),
                content.dateOfBirth(),
                content.email(),
                content.phone(),
                content.preferredChannel());
        return begin(new Beginning(
                EnrolmentSource.CONVERSION,
                accountId,
                patientId,
                Relation.SELF,
                serviceId,
                content.language(),
                details,
                true));
    }

    private record Beginning(
            EnrolmentSource source,
            UUID accountId,
            UUID patientId,
            Relation relation,
            UUID serviceId,
            String language,
            EnrolmentDetails details,
            boolean contactVerified) {}

    private UUID begin(Beginning beginning) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        var enrolment = new NewEnrolment(
                id,
                beginning.source().code(),
                EnrolmentStatus.OPEN.code(),
                beginning.accountId(),
                beginning.patientId(),
                beginning.relation().code(),
                beginning.serviceId(),
                beginning.language(),
                beginning.patientId() == null ? enrolments.sealDetails(id, beginning.details()) : null,
                now.plus(PATIENCE));
        rows.insert(clinic.required(), enrolment, now);
        rows.setProcess(id, process.start(enrolment, beginning.details(), beginning.contactVerified()));
        audit.record("onboarding.started", RESOURCE, id, beginning.patientId());
        return id;
    }

    /** The account's address is theirs: the onboarding goes on, also one that was given up as nothing came. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void verified(AccountEvent.EmailVerified event) {
        waiting(event.accountId()).ifPresent(enrolment -> {
            var message = enrolment.status() == EnrolmentStatus.ABANDONED
                    ? OnboardingVariables.RESUMED
                    : OnboardingVariables.CONTACT_VERIFIED_MESSAGE;
            process.tell(message, enrolment, Map.of(OnboardingVariables.CONTACT_VERIFIED.name(), true));
        });
    }

    /** The patient came back after all. @throws ProblemException 404 when nothing waits for them */
    @Transactional
    public void resume(UUID accountId) {
        var enrolment = waiting(accountId).orElseThrow(ProblemException::notFound);
        if (enrolment.status() == EnrolmentStatus.ABANDONED) {
            process.tell(OnboardingVariables.RESUMED, enrolment, Map.of());
        }
    }

    private Optional<Enrolment> waiting(UUID accountId) {
        return enrolments
                .newestOf(accountId)
                .filter(Onboarding::isGoingOn)
                .map(enrolment -> enrolments.lock(enrolment.id()))
                .filter(Onboarding::isGoingOn);
    }

    private static boolean isGoingOn(Enrolment enrolment) {
        return enrolment.status() == EnrolmentStatus.OPEN || enrolment.status() == EnrolmentStatus.ABANDONED;
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    private static void orThrow(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }
}
