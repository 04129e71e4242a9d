package org.carewright.onboarding.merge;

import org.carewright.patients.merge.PatientColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OnboardingColumns {

    @Bean
    PatientColumn enrolmentsPatient() {
        return new PatientColumn("onboarding.enrolment", "patient_id");
    }
}
