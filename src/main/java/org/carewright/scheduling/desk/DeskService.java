package org.carewright.scheduling.desk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.audit.AuditEntry;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.Role;
import org.carewright.messaging.MessageLog;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.Appointment;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.AppointmentVariables;
import org.carewright.scheduling.desk.DeskMapper.DeskRow;
import org.carewright.scheduling.intake.FormAnswers;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.EngineConflicts;
import org.carewright.shared.process.OpenTask;
import org.carewright.shared.process.Processes;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What staff see and do at the desk, in the scope of their clinic. Every button completes the task that Tasklist shows
 * for the same step, so both ways end in the same place.
 */
@Service
public class DeskService {

    private static final int TRIES = 5;
    private static final Set<Role> TREATING =
            Set.of(Role.PRACTITIONER, Role.MANAGER, Role.PRIVACY_OFFICER, Role.CLINIC_ADMIN);

    private final DeskMapper visits;
    private final DeskEntries entries;
    private final AppointmentService lifeCycle;
    private final PatientService patients;
    private final ClinicService clinics;
    private final MessageLog messages;
    private final Processes processes;
    private final Sealing sealing;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;

    DeskService(
            DeskMapper visits,
            DeskEntries entries,
            AppointmentService lifeCycle,
            PatientService patients,
            ClinicService clinics,
            MessageLog messages,
            Processes processes,
            Sealing sealing,
            AuditLog audit,
            ClinicScope clinic,
            PlatformTransactionManager transactions) {
        this.visits = visits;
        this.entries = entries;
        this.lifeCycle = lifeCycle;
        this.patients = patients;
        this.clinics = clinics;
        this.messages = messages;
        this.processes = processes;
        this.sealing = sealing;
        this.audit = audit;
        this.clinic = clinic;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who acts at the desk. */
    public record Staff(UUID accountId, String role) {}

    /**
     * The visits that start on the days {@code from} to {@code to} (inclusive, in the clinic's zone), by time; four
     * statements however many there are.
     *
     * @param practitionerId null for all
     */
    public List<DeskEntry> visits(LocalDate from, LocalDate to, UUID practitionerId) {
        return transaction.execute(status -> {
            var zone = clinics.current().timeZone();
            return entries.of(visits.visitsBetween(
                    from.atStartOfDay(zone).toInstant(),
                    to.plusDays(1).atStartOfDay(zone).toInstant(),
                    practitionerId));
        });
    }

    /** Requests that wait for approval, the soonest visit first; at most 50. */
    public List<DeskEntry> requests() {
        return transaction.execute(status -> entries.of(visits.requests()));
    }

    /** One visit as the board lists it. @throws ProblemException 404 */
    public DeskEntry entry(UUID id) {
        return transaction.execute(
                status -> entries.of(List.of(required(visits.visit(id)))).get(0));
    }

    /** Everything about one visit; the reading is audited. @throws ProblemException 404 */
    public AppointmentDetails details(UUID id, Staff reader) {
        return transaction.execute(status -> {
            var row = required(visits.visit(id));
            var parts = visits.sealedParts(id);
            audit.record(new AuditEntry(
                    reader.accountId(),
                    reader.role(),
                    "appointment.read",
                    "appointment",
                    id,
                    row.patientId(),
                    "success",
                    null));
            var instance = row.processInstanceId();
            return new AppointmentDetails(
                    entries.of(List.of(row)).get(0),
                    patients.find(row.patientId()).orElseThrow(),
                    Money.of(parts.priceMinor(), parts.currency()),
                    parts.feeMinor() == null ? null : Money.of(parts.feeMinor(), parts.currency()),
                    Money.of(parts.depositMinor(), parts.currency()),
                    parts.depositDueAt(),
                    parts.feeDecision(),
                    treats(reader) ? FormAnswers.fromJson(open("appointment.answers", id, parts.answers())) : Map.of(),
                    parts.visitOutcome(),
                    treats(reader) && parts.visitNote() != null
                            ? open("appointment.note", id, parts.visitNote())
                            : null,
                    messages.of(Appointment.TYPE, id),
                    instance == null ? List.of() : processes.whereIs(instance));
        });
    }

    /** The form of the visit's open task of that kind. @throws ProblemException 409 when it isn't open any more */
    public FormDefinition formOf(DeskEntry entry, String activityId) {
        return transaction.execute(status -> processes
                .openTask(entry.processInstanceId(), activityId)
                .map(processes::formOf)
                .orElseThrow(DeskService::notWaiting));
    }

    /** The BPMN the visit runs on. @throws ProblemException 404 also when the visit has no process */
    public String modelOf(UUID id) {
        return transaction.execute(status -> {
            var row = required(visits.visit(id));
            if (row.processInstanceId() == null) {
                throw ProblemException.notFound();
            }
            return processes.modelOf(AppointmentVariables.PROCESS_ID, row.processInstanceId());
        });
    }

    /** The patient is here, in time or late. @throws ProblemException 409 {@code not_waiting} when nobody waits for that */
    public void checkIn(UUID id, Staff staff) {
        step(id, staff, "appointment.checked_in", row -> {
            var task = task(row, AppointmentVariables.CHECK_IN_TASK);
            if (task != null) {
                processes.complete(task, Map.of(AppointmentVariables.CONTACT_CONFIRMED.name(), true));
                return;
            }
            complete(row, AppointmentVariables.NO_SHOW_TASK, Map.of(AppointmentVariables.ARRIVAL.name(), "arrived"));
        });
    }

    /** The patient did not come; possible once the grace time is over. @throws ProblemException 409 {@code not_waiting} */
    public void confirmNoShow(UUID id, Staff staff) {
        step(
                id,
                staff,
                "appointment.no_show",
                row -> complete(
                        row,
                        AppointmentVariables.NO_SHOW_TASK,
                        Map.of(AppointmentVariables.ARRIVAL.name(), "no_show")));
    }

    /** The practitioner begins the visit. @throws ProblemException 409 {@code not_waiting} */
    public void begin(UUID id, Staff staff) {
        step(id, staff, "appointment.begun", row -> {
            if (!lifeCycle.begin(id)) {
                throw notWaiting();
            }
        });
    }

    /** Completes the approval task. @param values of the form {@code approve-booking} */
    public void decideApproval(UUID id, Map<String, Object> values, Staff staff) {
        step(
                id,
                staff,
                "appointment.approval_decided",
                row -> complete(row, AppointmentVariables.APPROVAL_TASK, values));
    }

    /** Completes the visit's record. @param values of the form {@code record-visit} */
    public void recordVisit(UUID id, Map<String, Object> values, Staff staff) {
        step(id, staff, "appointment.recorded", row -> complete(row, AppointmentVariables.RECORD_TASK, values));
    }

    private interface Step {
        void on(DeskRow row);
    }

    private void step(UUID id, Staff staff, String action, Step step) {
        EngineConflicts.retry(
                TRIES,
                () -> transaction.execute(status -> {
                    // Of two people who do the same thing one waits here, and then finds it done.
                    lifeCycle.lock(id);
                    var row = required(visits.visit(id));
                    step.on(row);
                    audit.record(new AuditEntry(
                            staff.accountId(),
                            staff.role(),
                            action,
                            "appointment",
                            id,
                            row.patientId(),
                            "success",
                            null));
                    return null;
                }));
    }

    private void complete(DeskRow row, String activityId, Map<String, Object> values) {
        var task = task(row, activityId);
        if (task == null) {
            throw notWaiting();
        }
        processes.complete(task, values);
    }

    private OpenTask task(DeskRow row, String activityId) {
        return row.processInstanceId() == null
                ? null
                : processes.openTask(row.processInstanceId(), activityId).orElse(null);
    }

    /** What patients and practitioners write is for those who treat and lead, not for the front desk or accounts. */
    private static boolean treats(Staff reader) {
        return TREATING.contains(Role.of(reader.role()));
    }

    private String open(String what, UUID id, byte[] sealed) {
        return new String(sealing.open(clinic.required(), what + ":" + id, sealed), StandardCharsets.UTF_8);
    }

    private static DeskRow required(DeskRow row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private static ProblemException notWaiting() {
        return new ProblemException(HttpStatus.CONFLICT, "not_waiting");
    }
}
