/**
 * What can be booked and with whom (SCH-1): services, practitioners and who gives which, read by
 * {@link org.carewright.scheduling.catalogue.CatalogueService}, made by
 * {@link org.carewright.scheduling.catalogue.SchedulingSetup}.
 */
@org.springframework.modulith.NamedInterface("catalogue")
package org.carewright.scheduling.catalogue;
