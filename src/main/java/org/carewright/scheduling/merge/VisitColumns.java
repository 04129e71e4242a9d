package org.carewright.scheduling.merge;

import org.carewright.patients.merge.PatientColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class VisitColumns {

    @Bean
    PatientColumn appointmentsPatient() {
        return new PatientColumn("scheduling.appointment", "patient_id");
    }
}
