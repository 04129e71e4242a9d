package org.carewright.scheduling.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.scheduling.desk.DeskMapper.DeskRow;
import org.carewright.shared.process.OpenTask;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** Makes of rows what the board lists: with patients' names and what is open in Tasklist. */
@Component
class DeskEntries {

    private final PatientService patients;
    private final Processes processes;

    DeskEntries(PatientService patients, Processes processes) {
        this.patients = patients;
        this.processes = processes;
    }

    /** The rows with their patients' names and open tasks, in the same order; two statements however many there are. */
    List<DeskEntry> of(List<DeskRow> rows) {
        var names = patients.findAll(
                rows.stream().map(DeskRow::patientId).distinct().toList());
        var instances = rows.stream()
                .filter(row -> !isOver(row))
                .map(DeskRow::processInstanceId)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Set<String>> tasks = processes.openTasks(instances).stream()
                .collect(groupingBy(OpenTask::processInstanceId, mapping(OpenTask::activityId, toUnmodifiableSet())));
        return rows.stream()
                .map(row -> new DeskEntry(
                        row.id(),
                        row.reservationId(),
                        row.startsAt(),
                        row.endsAt(),
                        AppointmentStatus.of(row.status()),
                        row.patientId(),
                        names.get(row.patientId()).fullName(),
                        row.serviceName(),
                        row.practitionerId(),
                        row.practitionerName(),
                        row.roomName(),
                        row.overbooked(),
                        row.checkedInAt(),
                        row.startedAt(),
                        tasks.getOrDefault(row.processInstanceId(), Set.of()),
                        row.processInstanceId()))
                .toList();
    }

    private static boolean isOver(DeskRow row) {
        return switch (AppointmentStatus.of(row.status())) {
            case COMPLETED, NO_SHOW, CANCELLED, REJECTED -> true;
            default -> false;
        };
    }
}
