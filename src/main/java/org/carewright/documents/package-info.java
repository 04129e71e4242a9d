/**
 * What is printed, signed and kept: PDFs in every language ({@link org.carewright.documents.pdf.PdfDocuments}), the
 * patient's card and labels ({@link org.carewright.documents.card.PatientCards}, ONB-2), consents with versions and
 * signature (ONB-3).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "identity",
            "audit",
            "audit :: access",
            "patients",
            "patients :: access",
            "patients :: merge",
            "patients :: record",
            "patients :: timeline"
        })
package org.carewright.documents;
