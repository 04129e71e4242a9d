/** Appointments at the portal: {@link org.carewright.scheduling.portal.PortalVisits}. */
package org.carewright.scheduling.portal;
