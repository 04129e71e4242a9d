/**
 * Two records of one patient become one, and two again if that was wrong: {@link
 * org.carewright.patients.merge.PatientMerges} (ONB-4). A module with a table that names patients declares it as a {@link
 * org.carewright.patients.merge.PatientColumn}.
 */
@org.springframework.modulith.NamedInterface("merge")
package org.carewright.patients.merge;
