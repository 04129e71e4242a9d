package org.carewright.scheduling.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.carewright.scheduling.desk.DeskEntry;
import org.carewright.scheduling.desk.VisitsForApps;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The clinic's appointments, for staff's apps and for keys with {@code appointments:read}. Says who comes by id only:
 * names need the patients' scope.
 */
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentApiController {

    private static final int LONGEST_DAYS = 31;

    private final VisitsForApps visits;

    AppointmentApiController(VisitsForApps visits) {
        this.visits = visits;
    }

    record AppointmentAnswer(
            UUID id,
            String reservationId,
            String status,
            Instant start,
            Instant end,
            UUID patientId,
            String service,
            UUID practitionerId,
            String practitioner,
            String room) {

        static AppointmentAnswer of(DeskEntry entry) {
            return new AppointmentAnswer(
                    entry.id(),
                    entry.reservationId(),
                    entry.status().code(),
                    entry.start(),
                    entry.end(),
                    entry.patientId(),
                    entry.serviceName(),
                    entry.practitionerId(),
                    entry.practitionerName(),
                    entry.roomName());
        }
    }

    record ListAnswer(List<AppointmentAnswer> items) {}

    /**
     * The appointments that start on these days.
     *
     * @param from first day, in the clinic's zone
     * @param to last day; at most 31 days in all
     */
    @GetMapping
    ListAnswer list(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) UUID practitionerId) {
        var days = ChronoUnit.DAYS.between(from, to);
        if (days < 0 || days >= LONGEST_DAYS) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_parameter");
        }
        return new ListAnswer(visits.list(from, to, practitionerId).stream()
                .map(AppointmentAnswer::of)
                .toList());
    }

    /** One appointment. */
    @GetMapping("/{id}")
    AppointmentAnswer find(@PathVariable UUID id) {
        return AppointmentAnswer.of(visits.find(id));
    }
}
