package org.carewright.billing.merge;

import org.carewright.patients.merge.PatientColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillingColumns {

    @Bean
    PatientColumn invoicePatient() {
        return new PatientColumn("billing.invoice", "patient_id");
    }

    @Bean
    PatientColumn savedCardPatient() {
        return new PatientColumn("billing.saved_card", "patient_id");
    }

    @Bean
    PatientColumn cardSetUpPatient() {
        return new PatientColumn("billing.card_set_up", "patient_id");
    }

    @Bean
    PatientColumn paymentPatient() {
        return new PatientColumn("billing.payment", "patient_id");
    }

    @Bean
    PatientColumn visitFeeOwer() {
        return new PatientColumn("billing.visit_fee", "patient_id");
    }

    @Bean
    PatientColumn subscriptionPatient() {
        return new PatientColumn("billing.subscription", "patient_id");
    }

    @Bean
    PatientColumn packageOwner() {
        return new PatientColumn("billing.session_package", "patient_id");
    }
}
