/**
 * A clinic's services, people and hours while it is being set up (PLT-4):
 * {@link org.carewright.scheduling.setup.ClinicSetup}.
 */
@org.springframework.modulith.NamedInterface("setup")
package org.carewright.scheduling.setup;
