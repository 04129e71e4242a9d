/** Patients of a clinic: {@link org.carewright.patients.PatientService}. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "clinics", "identity", "identity :: account", "audit", "audit :: access"})
package org.carewright.patients;
