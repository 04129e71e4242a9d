/** Patients for apps and keys: {@link org.carewright.patients.app.PatientsForApps} (PLT-5). */
package org.carewright.patients.app;
