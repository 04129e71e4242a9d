package org.carewright.billing.subscription;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.plan.Plans;
import org.carewright.clinics.ClinicService;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.carewright.patients.PatientService;
import org.carewright.shared.money.Money;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** What messages about a plan say. */
@Component
class SubscriptionSubjects implements MessageSubjects {

    private static final String BILLING_PAGE = "/portal/billing";
    private static final String ENDED = "plan-ended";

    private final SubscriptionMapper subscriptions;
    private final Plans plans;
    private final PatientService patients;
    private final ClinicService clinics;
    private final PublicUrl address;

    SubscriptionSubjects(
            SubscriptionMapper subscriptions,
            Plans plans,
            PatientService patients,
            ClinicService clinics,
            PublicUrl address) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.patients = patients;
        this.clinics = clinics;
        this.address = address;
    }

    @Override
    public String type() {
        return "subscription";
    }

    /** The amount is the price in force next, the date the day it holds from; of an ended plan, its last day. */
    @Override
    public MessageSubject load(UUID id) {
        var row = subscriptions.byId(id);
        if (row == null) {
            throw new IllegalStateException("No subscription " + id);
        }
        var plan = plans.get(row.planId());
        var patient = patients.find(row.patientId()).orElseThrow();
        var language = Locale.forLanguageTag(patient.language());
        var price = plan.nextPrice() == null ? plan.price() : plan.nextPrice();
        var day = row.endedOn() == null ? price.validFrom() : row.endedOn();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("clinicName", clinics.current().name());
        words.put("patientGivenName", patient.givenName());
        words.put("planName", plan.name());
        words.put("amount", new Money(price.minor(), plan.currency()).format(language));
        words.put("dueDate", SubscriptionWords.day(day, language));
        words.put("manageUrl", address.of(BILLING_PAGE));
        return new MessageSubject(row.patientId(), words, null);
    }

    @Override
    public boolean overtaken(UUID id, String template) {
        var row = subscriptions.lock(id);
        return row.state() == SubscriptionStatus.CANCELLED && !template.equals(ENDED);
    }
}
