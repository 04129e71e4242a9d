package org.carewright.billing.packages;

import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A package of sessions the clinic offers.
 *
 * @param serviceId which visits it pays and whose tax it bears; null for any and none
 * @param price of all sessions
 * @param validDays from the day it is paid
 * @param active whether it is sold
 * @param version to be handed back with a change
 */
public record PackageOffer(
        UUID id, String name, UUID serviceId, int sessions, Money price, int validDays, boolean active, int version) {}
