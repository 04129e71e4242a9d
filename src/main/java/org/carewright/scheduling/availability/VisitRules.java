package org.carewright.scheduling.availability;

/**
 * What a service asks of a start.
 *
 * @param stepMinutes distance of two starts of the grid, elapsed time
 * @param noticeMinutes shortest time from now to the start; exactly that long is in time
 * @param horizonDays how many days after today the last bookable day is, counted in the location's zone
 * @param perDayLimit visits of the service per day in the location's zone, or null for no limit
 */
public record VisitRules(
        int durationMinutes,
        int beforeMinutes,
        int afterMinutes,
        int stepMinutes,
        int noticeMinutes,
        int horizonDays,
        Integer perDayLimit) {

    /** @throws IllegalArgumentException when a grid or a visit would have no length */
    public VisitRules {
        if (durationMinutes < 1 || stepMinutes < 1 || beforeMinutes < 0 || afterMinutes < 0) {
            throw new IllegalArgumentException("A visit and a step last at least a minute, buffers aren't negative");
        }
    }
}
