package org.carewright.onboarding.clinic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.clinics.ClinicStages;
import org.carewright.clinics.ClinicStages.Listed;
import org.carewright.clinics.NewClinic;
import org.carewright.clinics.OpenedClinic;
import org.carewright.onboarding.clinic.ClinicOpeningMapper.OpeningRow;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.OpenTask;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operator's part in opening clinics (PLT-4): begin, look, do the next step, give up. None needs a scope. */
@Service
public class ClinicOpenings {

    private static final String CLINIC = "clinic";

    private final ClinicService clinics;
    private final ClinicStages stages;
    private final ClinicOpeningMapper openings;
    private final ManagerInvites invites;
    private final GoLiveCheck check;
    private final Processes processes;
    private final AuditLog audit;
    private final ClinicScope scope;
    private final Clock clock;

    ClinicOpenings(
            ClinicService clinics,
            ClinicStages stages,
            ClinicOpeningMapper openings,
            ManagerInvites invites,
            GoLiveCheck check,
            Processes processes,
            AuditLog audit,
            ClinicScope scope,
            Clock clock) {
        this.clinics = clinics;
        this.stages = stages;
        this.openings = openings;
        this.invites = invites;
        this.check = check;
        this.processes = processes;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Where a clinic's opening stands.
     *
     * @param opening empty for a clinic that wasn't opened by this process
     * @param waiting the steps the process waits for
     * @param missing what the clinic lacks now; empty once it is live
     */
    public record State(
            Listed clinic,
            Optional<ClinicOpening> opening,
            List<OpeningStep> waiting,
            boolean managerJoined,
            List<GoLiveCheck.Missing> missing) {

        /** Whether anything can still be prepared. */
        public boolean isOpen() {
            return opening.isPresent() && clinic.active() && !clinic.isLive();
        }
    }

    /**
     * Creates a clinic that isn't live yet, and starts its process, which invites the manager.
     *
     * @param by the operator's account
     * @throws InvalidFormException when the slug is taken
     */
    @Transactional
    public UUID open(NewClinic clinic, String managerName, String managerEmail, UUID by) {
        var id = create(clinic).clinicId();
        scope.run(id, () -> {
            openings.insert(id, managerName.strip(), managerEmail.strip(), by, clock.instant());
            audit.record("clinic.created", CLINIC, id, null);
            openings.setProcess(processes.start(ClinicOnboardingVariables.PROCESS_ID, id, Map.of()));
        });
        return id;
    }

    private OpenedClinic create(NewClinic clinic) {
        try {
            return clinics.prepare(clinic);
        } catch (DuplicateKeyException e) {
            throw new InvalidFormException(List.of(new FieldError("slug", "slug_taken", List.of())));
        }
    }

    /** @throws ProblemException 404 when there is no such clinic */
    @Transactional(readOnly = true)
    public State state(UUID clinicId) {
        var clinic = stages.find(clinicId).orElseThrow(ProblemException::notFound);
        return scope.call(clinicId, () -> {
            var opening = openings.find().map(OpeningRow::toOpening);
            var waiting = opening.map(ClinicOpening::processInstanceId)
                    .map(this::waiting)
                    .orElse(List.of());
            var missing = opening.isPresent() && clinic.active() && !clinic.isLive()
                    ? check.missing()
                    : List.<GoLiveCheck.Missing>of();
            return new State(clinic, opening, waiting, invites.hasManager(), missing);
        });
    }

    private List<OpeningStep> waiting(String processInstanceId) {
        var open = processes.openTasks(List.of(processInstanceId)).stream()
                .map(OpenTask::activityId)
                .toList();
        return java.util.Arrays.stream(OpeningStep.values())
                .filter(step -> open.contains(step.activityId()))
                .toList();
    }

    /** The form of a step the process waits for. @throws ProblemException 404 when it doesn't wait for it */
    @Transactional(readOnly = true)
    public FormDefinition form(UUID clinicId, OpeningStep step) {
        return inScope(clinicId, () -> processes.formOf(task(opening(), step)));
    }

    /**
     * Does a step.
     *
     * @throws ProblemException 404 when the process doesn't wait for it
     * @throws InvalidFormException when the values don't fit its form
     */
    @Transactional
    public void complete(UUID clinicId, OpeningStep step, Map<String, Object> values) {
        inScope(clinicId, () -> {
            var task = task(lock(), step);
            audit.record("clinic.step-done", CLINIC, clinicId, null, AuditLog.SUCCESS, step.code());
            processes.complete(task, values);
            return null;
        });
    }

    /**
     * Names another manager, or another address of theirs, and invites them; an earlier invite ends.
     *
     * @throws ProblemException 404, 409 {@code manager_joined}
     * @throws InvalidFormException naming the fields that are wrong
     */
    @Transactional
    public void inviteAnother(UUID clinicId, String name, String email) {
        inPreparation(clinicId, () -> {
            lock();
            if (invites.hasManager()) {
                throw new ProblemException(HttpStatus.CONFLICT, "manager_joined");
            }
            openings.setManager(name.strip(), email.strip());
            invites.send();
            return null;
        });
    }

    /** Ends an opening; the clinic stays closed. @throws ProblemException 404, 409 {@code clinic_is_live} */
    @Transactional
    public void giveUp(UUID clinicId) {
        inPreparation(clinicId, () -> {
            var instance = lock().processInstanceId();
            if (!processes.correlate(ClinicOnboardingVariables.GIVEN_UP, instance, Map.of())) {
                throw new ProblemException(HttpStatus.CONFLICT, "conflict");
            }
            return null;
        });
    }

    /**
     * Does work in the scope of a clinic that is being prepared: what is live is its staff's alone.
     *
     * @throws ProblemException 404, 409 {@code clinic_is_live}
     */
    @Transactional
    public <T> T inPreparation(UUID clinicId, Supplier<T> work) {
        var clinic = stages.find(clinicId).orElseThrow(ProblemException::notFound);
        if (clinic.isLive()) {
            throw new ProblemException(HttpStatus.CONFLICT, "clinic_is_live");
        }
        if (!clinic.active()) {
            throw ProblemException.notFound();
        }
        return scope.call(clinicId, work);
    }

    private <T> T inScope(UUID clinicId, Supplier<T> work) {
        stages.find(clinicId).orElseThrow(ProblemException::notFound);
        return scope.call(clinicId, work);
    }

    private OpeningRow opening() {
        return openings.find().orElseThrow(ProblemException::notFound);
    }

    private OpeningRow lock() {
        return openings.lock().orElseThrow(ProblemException::notFound);
    }

    private OpenTask task(OpeningRow opening, OpeningStep step) {
        return processes
                .openTask(opening.processInstanceId(), step.activityId())
                .orElseThrow(ProblemException::notFound);
    }
}
