package org.carewright.scheduling.catalogue;

import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A service of the clinic in scope that can be booked (SCH-1).
 *
 * @param speciality {@code slp}, {@code ot}, {@code pt}, {@code aesthetics} or {@code home_care}
 * @param mode {@code in_person}, {@code phone} or {@code video}
 * @param durationMinutes how long the visit lasts for the patient
 * @param deposit what a patient pays ahead so that the visit is kept; part of the price, zero for none
 * @param beforeMinutes buffer kept free before the visit, may lie outside opening hours
 * @param afterMinutes buffer kept free after the visit, may lie outside opening hours
 * @param stepMinutes distance of two starts on the grid, elapsed time
 * @param noticeMinutes how long before its start a visit must be booked at the latest; exactly that long is in time
 * @param horizonDays how many days after today, in the location's zone, the last bookable day is
 * @param perDayLimit visits of this service per day in the location's zone, or null for no limit
 * @param seats 1 for an ordinary visit, more for a group visit
 * @param needsRoom whether a visit takes one of the service's rooms
 * @param formId the form a booking is checked against
 */
public record ServiceOffer(
        UUID id,
        String name,
        String description,
        String speciality,
        String mode,
        int durationMinutes,
        Money price,
        Money deposit,
        int beforeMinutes,
        int afterMinutes,
        int stepMinutes,
        int noticeMinutes,
        int horizonDays,
        Integer perDayLimit,
        int seats,
        boolean approvalRequired,
        boolean needsRoom,
        String formId) {

    /** Whether several patients share one visit. */
    public boolean isGroup() {
        return seats > 1;
    }

    /** The same for a visit of another length. @param minutes for the patient */
    public ServiceOffer lasting(int minutes) {
        return new ServiceOffer(
                id,
                name,
                description,
                speciality,
                mode,
                minutes,
                price,
                deposit,
                beforeMinutes,
                afterMinutes,
                stepMinutes,
                noticeMinutes,
                horizonDays,
                perDayLimit,
                seats,
                approvalRequired,
                needsRoom,
                formId);
    }
}
