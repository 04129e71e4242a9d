/**
 * Visits that a plan's periods include: {@link org.carewright.billing.included.IncludedSessions} counts them (BIL-5). A
 * visit counts on the day it began, by the clinic's calendar, for the period that has that day; days of a pause include
 * none. Parts of a period that a change of plan left share one count, and the plan in force says how many there are. A
 * trial includes what a period does.
 */
package org.carewright.billing.included;
