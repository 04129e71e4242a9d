/** The patient's record: {@link org.carewright.patients.record.PatientRecords} (ONB-3, CARE-1). */
@org.springframework.modulith.NamedInterface("record")
package org.carewright.patients.record;
