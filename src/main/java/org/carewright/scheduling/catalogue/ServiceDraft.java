package org.carewright.scheduling.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A service as it is to be offered from now on (SCH-1).
 *
 * @param speciality {@code slp}, {@code ot}, {@code pt}, {@code aesthetics} or {@code home_care}
 * @param mode {@code in_person}, {@code phone} or {@code video}
 * @param priceMinor in minor units of the clinic's currency
 * @param depositMinor what a patient pays ahead, part of the price; 0 for none
 * @param beforeMinutes, afterMinutes blocked around the visit
 * @param stepMinutes distance of two starts
 * @param noticeMinutes the shortest time between booking and start
 * @param horizonDays how far ahead it may be booked
 * @param perDayLimit visits a day, null for no limit
 * @param seats above 1: a group visit
 * @param practitioners who give it
 * @param resources the rooms it may use, any one of them, and the equipment it needs, each of them
 */
public record ServiceDraft(
        String name,
        String description,
        String speciality,
        String mode,
        int minutes,
        long priceMinor,
        long depositMinor,
        int beforeMinutes,
        int afterMinutes,
        int stepMinutes,
        int noticeMinutes,
        int horizonDays,
        Integer perDayLimit,
        int seats,
        boolean approvalRequired,
        Set<UUID> practitioners,
        Set<UUID> resources) {

    public ServiceDraft {
        practitioners = Set.copyOf(practitioners);
        resources = Set.copyOf(resources);
        if (depositMinor < 0 || depositMinor > priceMinor) {
            throw new IllegalArgumentException("A deposit is a part of the price");
        }
    }

    /** The names of the form's fields in which the other one says something else, in the form's order. */
    public List<String> differencesFrom(ServiceDraft other) {
        var names = new ArrayList<String>();
        differs("serviceName", name, other.name, names);
        differs("description", description, other.description, names);
        differs("speciality", speciality, other.speciality, names);
        differs("mode", mode, other.mode, names);
        differs("minutes", minutes, other.minutes, names);
        differs("price", priceMinor, other.priceMinor, names);
        differs("deposit", depositMinor, other.depositMinor, names);
        differs("practitioners", practitioners, other.practitioners, names);
        differs("rooms", resources, other.resources, names);
        differs("approval", approvalRequired, other.approvalRequired, names);
        differs("before", beforeMinutes, other.beforeMinutes, names);
        differs("after", afterMinutes, other.afterMinutes, names);
        differs("step", stepMinutes, other.stepMinutes, names);
        differs("notice", noticeMinutes, other.noticeMinutes, names);
        differs("horizon", horizonDays, other.horizonDays, names);
        differs("perDay", perDayLimit, other.perDayLimit, names);
        differs("seats", seats, other.seats, names);
        return names;
    }

    private static void differs(String name, Object mine, Object theirs, List<String> names) {
        if (!Objects.equals(mine, theirs)) {
            names.add(name);
        }
    }
}
