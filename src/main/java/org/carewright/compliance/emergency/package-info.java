/** What follows access in an emergency: {@link org.carewright.compliance.emergency.EmergencyAlert}. */
package org.carewright.compliance.emergency;
