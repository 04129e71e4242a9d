/**
 * What doesn't agree about money, found in a provider's word or by the nightly comparison (BIL-9): {@link
 * org.carewright.billing.difference.Differences} makes each a task with its evidence, {@link
 * org.carewright.billing.difference.Comparisons} compares.
 */
package org.carewright.billing.difference;
