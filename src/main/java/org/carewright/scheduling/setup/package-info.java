/**
 * A clinic's services, people and hours as those see them who set them up: operators who prepare a clinic (PLT-4) by
 * {@link org.carewright.scheduling.setup.ClinicSetup}, managers who change services (SCH-1) by
 * {@link org.carewright.scheduling.setup.ServiceSettings}.
 */
@org.springframework.modulith.NamedInterface("setup")
package org.carewright.scheduling.setup;
