package org.carewright.scheduling.setup;

import java.util.List;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A service as it is set up.
 *
 * @param deposit what is paid ahead, zero for none
 * @param practitioners the names of those who give it
 * @param rooms the names of the rooms it may use and the equipment it needs; none: it needs neither
 * @param active whether it can be booked; false: archived
 */
public record OfferedService(
        UUID id,
        String name,
        int durationMinutes,
        Money price,
        Money deposit,
        List<String> practitioners,
        List<String> rooms,
        boolean active) {}
