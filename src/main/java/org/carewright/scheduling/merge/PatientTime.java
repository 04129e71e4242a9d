package org.carewright.scheduling.merge;

import java.util.List;
import java.util.UUID;
import org.carewright.patients.merge.PatientRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The times a patient is taken. Whoever had visits at the same time under two records is booked twice from then on. */
final class PatientTime {

    private PatientTime() {}

    /** Times at which the other record has nothing. */
    @Component
    @Order(1)
    static class Free implements PatientRows {

        private final PatientTimeMapper times;

        Free(PatientTimeMapper times) {
            this.times = times;
        }

        @Override
        public String place() {
            return "scheduling.reservation.taken_id";
        }

        @Override
        public List<UUID> move(UUID from, UUID to) {
            return times.moveFree(from, to);
        }

        @Override
        public void moveBack(List<UUID> ids, UUID from, UUID to) {
            times.moveBack(ids.toArray(UUID[]::new), from, to);
        }
    }

    /** The rest: marked as overbooked, which takes them out of the constraint, and back when the merge is undone. */
    @Component
    @Order(2)
    static class Overlapping implements PatientRows {

        private final PatientTimeMapper times;

        Overlapping(PatientTimeMapper times) {
            this.times = times;
        }

        @Override
        public String place() {
            return "scheduling.reservation.taken_id overlapping";
        }

        @Override
        public List<UUID> move(UUID from, UUID to) {
            return times.moveOverlapping(from, to);
        }

        @Override
        public void moveBack(List<UUID> ids, UUID from, UUID to) {
            times.moveOverlappingBack(ids.toArray(UUID[]::new), from, to);
        }
    }
}
