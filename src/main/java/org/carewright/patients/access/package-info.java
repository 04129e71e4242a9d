/** Access of portal accounts to patients' records: {@link org.carewright.patients.access.PatientAccess}. */
@org.springframework.modulith.NamedInterface("access")
package org.carewright.patients.access;
