/** Clinics as tenants (PLT-1): {@link org.carewright.clinics.ClinicService} tells who the clinic in scope is. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "integrations :: inbox", "integrations :: payment"})
package org.carewright.clinics;
