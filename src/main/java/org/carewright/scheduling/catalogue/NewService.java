package org.carewright.scheduling.catalogue;

import java.util.Set;
import java.util.UUID;

/**
 * A service that a clinic begins to offer (SCH-1).
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
 * @param practitionerIds who may give it
 * @param resourceIds the rooms it may use (any one of them) and the equipment it needs (each of them)
 * @param position its place in lists
 */
public record NewService(
        String name,
        String description,
        String speciality,
        String mode,
        int durationMinutes,
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
        boolean needsRoom,
        Set<UUID> practitionerIds,
        Set<UUID> resourceIds,
        int position) {

    private static final int STEP_MINUTES = 15;

    public NewService {
        practitionerIds = Set.copyOf(practitionerIds);
        resourceIds = Set.copyOf(resourceIds);
        if (depositMinor < 0 || depositMinor > priceMinor) {
            throw new IllegalArgumentException("A deposit is a part of the price");
        }
    }

    /** One that begins every 15 minutes, as often as there is time. */
    public NewService(
            String name,
            String description,
            String speciality,
            String mode,
            int durationMinutes,
            long priceMinor,
            long depositMinor,
            int beforeMinutes,
            int afterMinutes,
            int noticeMinutes,
            int horizonDays,
            int seats,
            boolean approvalRequired,
            boolean needsRoom,
            Set<UUID> practitionerIds,
            Set<UUID> resourceIds,
            int position) {
        this(
                name,
                description,
                speciality,
                mode,
                durationMinutes,
                priceMinor,
                depositMinor,
                beforeMinutes,
                afterMinutes,
                STEP_MINUTES,
                noticeMinutes,
                horizonDays,
                null,
                seats,
                approvalRequired,
                needsRoom,
                practitionerIds,
                resourceIds,
                position);
    }

    /** One that is booked without a deposit. */
    public NewService(
            String name,
            String description,
            String speciality,
            String mode,
            int durationMinutes,
            long priceMinor,
            int beforeMinutes,
            int afterMinutes,
            int noticeMinutes,
            int horizonDays,
            int seats,
            boolean approvalRequired,
            boolean needsRoom,
            Set<UUID> practitionerIds,
            Set<UUID> resourceIds,
            int position) {
        this(
                name,
                description,
                speciality,
                mode,
                durationMinutes,
                priceMinor,
                0,
                beforeMinutes,
                afterMinutes,
                noticeMinutes,
                horizonDays,
                seats,
                approvalRequired,
                needsRoom,
                practitionerIds,
                resourceIds,
                position);
    }
}
