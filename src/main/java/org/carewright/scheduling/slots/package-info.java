/**
 * When a visit can be and what it takes (SCH-3, SCH-4): what is free is searched by
 * {@link org.carewright.scheduling.slots.AvailabilityService}, kept for a few minutes by
 * {@link org.carewright.scheduling.slots.HoldService} and taken by
 * {@link org.carewright.scheduling.slots.ReservationService}, whose table is the truth about who is free.
 */
@org.springframework.modulith.NamedInterface("slots")
package org.carewright.scheduling.slots;
