/** Patients of a clinic: {@link org.carewright.patients.PatientService}. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "clinics", "identity", "audit", "audit :: access"})
package org.carewright.patients;
