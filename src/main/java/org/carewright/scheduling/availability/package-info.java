/**
 * Availability as arithmetic (SCH-3, design §10): hours, closures and what is taken go in, starts come out. No database,
 * no Spring, no clock: {@link org.carewright.scheduling.availability.AvailabilityCalculator}.
 */
package org.carewright.scheduling.availability;
