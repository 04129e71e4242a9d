/**
 * Consents (ONB-3). A clinic defines them with {@link org.carewright.documents.consent.ConsentDefinitions}: each has
 * versions, each version its words in one or more languages, and published words never change. Patients sign with
 * {@link org.carewright.documents.consent.Consents}: {@code open} tells what is left to sign, {@code sign} keeps the
 * signature as a sealed PDF with its hash, {@code withdraw} ends it, {@code verify} says whether it is as it was signed.
 */
@org.springframework.modulith.NamedInterface("consent")
package org.carewright.documents.consent;
