package org.carewright.billing.packages;

import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A package to be sold.
 *
 * @param serviceId which visits it pays and whose tax it bears; null for any and none
 * @param price of all sessions
 * @param validDays from the day it is paid
 */
public record NewPackage(UUID patientId, String name, UUID serviceId, int sessions, Money price, int validDays) {}
