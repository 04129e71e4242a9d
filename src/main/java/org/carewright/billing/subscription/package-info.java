/**
 * Who has which plan: {@link org.carewright.billing.subscription.Subscriptions} is the door, {@code SubscriptionProcess}
 * runs once for each period and begins the next (BIL-5).
 *
 * <ul>
 *   <li>Days are those of the clinic's calendar; a period ends where the next one begins.
 *   <li>Another plan holds from the day it is chosen: the rest of the period is credited and the rest of the new plan's
 *       price invoiced. A plan cancelled at once is credited from the day after.
 *   <li>Days of a pause are not used up: they move the period's end, and with it all periods after it.
 *   <li>A period's invoice needs no review: its price was agreed on with the plan.
 * </ul>
 */
@org.springframework.modulith.NamedInterface("subscription")
package org.carewright.billing.subscription;
