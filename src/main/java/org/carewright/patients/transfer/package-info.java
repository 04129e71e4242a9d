/** Patients from files and into files: {@link org.carewright.patients.transfer.PatientImports} (ONB-6). */
@org.springframework.modulith.NamedInterface("transfer")
package org.carewright.patients.transfer;
