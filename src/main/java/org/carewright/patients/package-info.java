/** Patients of a clinic: {@link org.carewright.patients.PatientService}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "clinics", "identity", "audit"})
package org.carewright.patients;
