/** What a patient is known by on paper: {@link org.carewright.documents.card.PatientCards} (ONB-2, INV-3). */
@org.springframework.modulith.NamedInterface("card")
package org.carewright.documents.card;
