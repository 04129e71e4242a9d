package org.carewright.messaging.merge;

import org.carewright.patients.merge.PatientColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MessageColumns {

    @Bean
    PatientColumn messagesPatient() {
        return new PatientColumn("messaging.message", "patient_id");
    }
}
