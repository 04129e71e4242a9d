package org.carewright.billing.card;

import java.util.Optional;
import org.carewright.billing.payment.PayNow;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.payment.Gateway;
import org.springframework.stereotype.Component;

/** Through which provider a patient could save a card. */
@Component
public class CardProvider {

    private final PayNow payNow;
    private final ClinicService clinics;

    CardProvider(PayNow payNow, ClinicService clinics) {
        this.payNow = payNow;
        this.clinics = clinics;
    }

    /** Empty when the clinic's provider keeps no cards; of ours only Stripe does. */
    public Optional<Gateway> gateway() {
        return payNow.confirmed(clinics.current().currency().getCurrencyCode()).filter(each -> each == Gateway.STRIPE);
    }
}
