package org.carewright.scheduling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.AppointmentMapper.AppointmentRow;
import org.carewright.scheduling.slots.ReservationService;
import org.carewright.scheduling.timing.ReminderPlan;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.EvaluatedDecision;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an appointment's life, as its process takes them. Each changes the row only from a status from which the
 * step makes sense; anything else is a model that has lost its way and fails loudly.
 */
@Service
public class AppointmentService {

    private final AppointmentMapper appointments;
    private final ReservationService reservations;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final Sealing sealing;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    AppointmentService(
            AppointmentMapper appointments,
            ReservationService reservations,
            ClinicService clinics,
            ClinicScope clinic,
            Sealing sealing,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock) {
        this.appointments = appointments;
        this.reservations = reservations;
        this.clinics = clinics;
        this.clinic = clinic;
        this.sealing = sealing;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** The appointment with that id, empty when the clinic in scope has none. */
    @Transactional(readOnly = true)
    public Optional<Appointment> find(UUID id) {
        return Optional.ofNullable(appointments.byId(id)).map(AppointmentService::toAppointment);
    }

    /** Nobody else changes the appointment until this transaction's end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID id) {
        appointments.lock(id);
    }

    /** A request got what it needed: approval, the deposit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(UUID id) {
        changeStatus(id, AppointmentStatus.CONFIRMED, AppointmentStatus.REQUESTED, Stamp.CONFIRMED);
    }

    /** The patient may pay the deposit until then; the time is kept so long (BIL-7). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void awaitDeposit(UUID id, Instant dueAt) {
        requireChanged(appointments.awaitDeposit(id, dueAt), id, AppointmentStatus.REQUESTED);
    }

    /**
     * A request ends without a visit: declined by the clinic, or the time for its approval or its deposit ran out. The time is free again.
     *
     * @param endedBy {@code clinic} or {@code deadline}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reject(UUID id, String endedBy) {
        end(id, AppointmentStatus.REJECTED, List.of(AppointmentStatus.REQUESTED), endedBy, null, null);
    }

    /** The patient is here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void checkIn(UUID id) {
        changeStatus(id, AppointmentStatus.CHECKED_IN, AppointmentStatus.CONFIRMED, Stamp.CHECKED_IN);
    }

    /** The practitioner begins the visit. @return false when the patient isn't checked in or the visit has begun */
    @Transactional
    public boolean begin(UUID id) {
        return appointments.setStatus(
                        id,
                        AppointmentStatus.IN_PROGRESS.code(),
                        List.of(AppointmentStatus.CHECKED_IN.code()),
                        null,
                        null,
                        clock.instant())
                == 1;
    }

    /**
     * The patient or the clinic took the visit back. The time is free again; the fee and how it was decided are kept.
     *
     * @param endedBy {@code patient} or {@code clinic}
     * @return the fee
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money cancel(UUID id, String endedBy, EvaluatedDecision decision) {
        var row = appointments.byId(id);
        var fee = fee(row, decision);
        end(id, AppointmentStatus.CANCELLED, List.copyOf(AppointmentStatus.AHEAD), endedBy, fee, decision);
        publishFee(row, fee, false);
        events.publishEvent(new AppointmentCancelled(clinic.required(), id, row.patientId(), fee.minor() == 0));
        return fee;
    }

    /** The patient did not come. @return the fee */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money recordNoShow(UUID id, EvaluatedDecision decision) {
        var row = appointments.byId(id);
        var fee = fee(row, decision);
        end(id, AppointmentStatus.NO_SHOW, List.of(AppointmentStatus.CONFIRMED), null, fee, decision);
        publishFee(row, fee, true);
        events.publishEvent(new AppointmentMissed(clinic.required(), id, row.patientId(), fee.minor() > 0));
        return fee;
    }

    private void publishFee(AppointmentRow row, Money fee, boolean noShow) {
        if (fee.minor() > 0) {
            events.publishEvent(new AppointmentFeeDecided(
                    clinic.required(), row.id(), row.patientId(), row.serviceId(), fee, noShow, row.startsAt()));
        }
    }

    /**
     * The visit is over.
     *
     * @param outcome code from the form {@code record-visit}
     * @param note what the practitioner typed, kept sealed; may be empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(UUID id, String outcome, String note) {
        var sealedNote = note == null || note.isBlank() ? null : seal("appointment.note", id, note);
        appointments.recordOutcome(id, outcome, sealedNote);
        end(
                id,
                AppointmentStatus.COMPLETED,
                List.of(AppointmentStatus.CHECKED_IN, AppointmentStatus.IN_PROGRESS),
                null,
                null,
                null);
    }

    /** Tells the modules above that the visit has taken place, in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishCompleted(UUID id, String outcome) {
        var row = appointments.byId(id);
        events.publishEvent(new AppointmentCompleted(
                clinic.required(),
                id,
                row.patientId(),
                row.serviceId(),
                row.practitionerId(),
                Money.of(row.priceMinor(), row.currency()),
                outcome,
                row.startedAt(),
                row.endedAt()));
    }

    /** The reminder to wait for after {@code lastOccasion}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<NextReminder> nextReminder(UUID id, List<Map<String, Object>> plan, NextReminder last) {
        var row = appointments.byId(id);
        var reminders = ReminderPlan.of(plan, row.startsAt(), clinics.current().timeZone());
        var sent = last == null || !last.occasion().startsWith(row.inviteSequence() + ":")
                ? null
                : new ReminderPlan.Reminder(last.dueAt(), last.channel(), "");
        return reminders
                .next(clock.instant(), sent)
                .map(next ->
                        new NextReminder(next.dueAt(), next.channel(), row.inviteSequence() + ":" + next.before()));
    }

    /** @param occasion tells this reminder from the visit's other ones, also after the visit was moved */
    public record NextReminder(Instant dueAt, String channel, String occasion) {}

    byte[] seal(String what, UUID id, String text) {
        return sealing.seal(clinic.required(), what + ":" + id, text.getBytes(StandardCharsets.UTF_8));
    }

    static Appointment toAppointment(AppointmentRow row) {
        return new Appointment(
                row.id(),
                row.reservationId(),
                row.patientId(),
                row.serviceId(),
                row.practitionerId(),
                row.locationId(),
                row.roomId(),
                row.startsAt(),
                row.endsAt(),
                AppointmentStatus.of(row.status()),
                Money.of(row.priceMinor(), row.currency()),
                row.inviteSequence(),
                row.timeZoneShown(),
                row.processInstanceId(),
                row.overbooked(),
                row.requestedAt(),
                row.checkedInAt(),
                row.startedAt(),
                row.endedAt(),
                row.cancelledBy(),
                row.feeMinor(),
                Money.of(row.depositMinor(), row.currency()),
                row.depositDueAt(),
                row.version());
    }

    private enum Stamp {
        CONFIRMED,
        CHECKED_IN
    }

    private void changeStatus(UUID id, AppointmentStatus to, AppointmentStatus from, Stamp stamp) {
        var now = clock.instant();
        var changed = appointments.setStatus(
                id,
                to.code(),
                List.of(from.code()),
                stamp == Stamp.CONFIRMED ? now : null,
                stamp == Stamp.CHECKED_IN ? now : null,
                null);
        requireChanged(changed, id, to);
    }

    private void end(
            UUID id,
            AppointmentStatus to,
            List<AppointmentStatus> from,
            String endedBy,
            Money fee,
            EvaluatedDecision decision) {
        var changed = appointments.end(
                id,
                to.code(),
                from.stream().map(AppointmentStatus::code).toList(),
                clock.instant(),
                endedBy,
                fee == null ? null : fee.minor(),
                decision == null ? null : toJson(decision));
        requireChanged(changed, id, to);
        reservations.release(id);
    }

    private static void requireChanged(int changed, UUID id, AppointmentStatus to) {
        if (changed != 1) {
            throw new IllegalStateException("Appointment " + id + " can't become " + to.code() + " from where it is");
        }
    }

    static Money fee(AppointmentRow row, EvaluatedDecision decision) {
        var percent = ((Number) decision.single()).longValue();
        var minor = Math.floorDiv(row.priceMinor() * percent + 50, 100);
        return Money.of(minor, row.currency());
    }

    private String toJson(EvaluatedDecision decision) {
        try {
            return json.writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision could not be written", e);
        }
    }
}
