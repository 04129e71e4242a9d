/** Finding patients by name, date of birth, phone, e-mail, barcode: {@link org.carewright.patients.search.PatientSearch}. */
@org.springframework.modulith.NamedInterface("search")
package org.carewright.patients.search;
