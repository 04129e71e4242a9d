package org.carewright.scheduling.web;

import java.util.List;
import java.util.function.Predicate;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.scheduling.desk.DeskEntry;

/** The visits of a day by where they stand. */
record Board(List<DeskEntry> expected, List<DeskEntry> waiting, List<DeskEntry> inProgress, List<DeskEntry> done) {

    static Board of(List<DeskEntry> visits) {
        return new Board(
                having(visits, entry -> entry.status() == AppointmentStatus.CONFIRMED),
                having(visits, entry -> entry.status() == AppointmentStatus.CHECKED_IN),
                having(visits, entry -> entry.status() == AppointmentStatus.IN_PROGRESS),
                having(
                        visits,
                        entry -> entry.status() == AppointmentStatus.COMPLETED
                                || entry.status() == AppointmentStatus.NO_SHOW));
    }

    private static List<DeskEntry> having(List<DeskEntry> visits, Predicate<DeskEntry> wanted) {
        return visits.stream().filter(wanted).toList();
    }
}
