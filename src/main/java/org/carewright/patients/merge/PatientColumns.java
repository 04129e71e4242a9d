package org.carewright.patients.merge;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's own columns that name a patient. */
@Configuration
class PatientColumns {

    @Bean
    PatientColumn patientsReferrer() {
        return new PatientColumn("patients.patient", "referred_by");
    }

    /** Who was merged into the one that goes now belongs to the one that stays. */
    @Bean
    PatientColumn patientsMergedBefore() {
        return new PatientColumn("patients.patient", "merged_into");
    }

    /** An invite that is accepted after the merge opens the record that stays. */
    @Bean
    PatientColumn patientsFamilyInvite() {
        return new PatientColumn("patients.family_invite", "patient_id");
    }
}
