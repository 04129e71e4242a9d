package org.carewright.test;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.carewright.billing.card.SavedCards;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Patients save cards on the page of Stripe's sandbox. */
@Component
public class TestCards {

    private final SavedCards cards;
    private final TestStripe stripe;
    private final TestScheduling scheduling;
    private final ClinicScope scope;
    private final JdbcTemplate jdbc;

    TestCards(SavedCards cards, TestStripe stripe, TestScheduling scheduling, ClinicScope scope, JdbcTemplate jdbc) {
        this.cards = cards;
        this.stripe = stripe;
        this.scheduling = scheduling;
        this.scope = scope;
        this.jdbc = jdbc;
    }

    /** @return the provider's page, to type a card on */
    public URI setUp(TestClinic clinic, UUID patient) {
        return scope.call(
                clinic.id(),
                () -> cards.setUp(
                        patient,
                        Gateway.STRIPE,
                        TestMoney.DOLLARS,
                        URI.create("http://localhost/saved"),
                        URI.create("http://localhost/not-saved"),
                        Locale.ENGLISH));
    }

    /** The patient types that card, and the provider says that its page was ended. */
    public void save(TestClinic clinic, UUID patient, String number) {
        stripe.pay(setUp(clinic, patient), number);
        scheduling.in(clinic, () -> {
            jdbc.queryForList("select id from billing.card_set_up where ended_at is null", UUID.class)
                    .forEach(setUp -> cards.setUpEnded(setUp, null));
            return true;
        });
    }
}
