package org.carewright.documents.consent;

import org.carewright.patients.merge.PatientColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which rows of this module go with their patient when two records merge. */
@Configuration
class ConsentColumns {

    @Bean
    PatientColumn consentSignaturePatient() {
        return new PatientColumn("documents.consent_signature", "patient_id");
    }
}
