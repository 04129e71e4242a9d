package org.carewright.billing.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.test.ApiClient.json;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.identity.Role;
import org.carewright.identity.key.ApiKeys;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPortal;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestStripe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Payments that apps begin (BIL-1, PLT-5): one per request, paid on the provider's page, confirmed by the provider. */
@CarewrightTest
class PaymentApiTests {

    private static final String CREATE = "/api/v1/payments/create-intent";
    private static final String CONFIRM = "/api/v1/payments/confirm";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestStripe stripe;

    @Autowired
    ApiKeys keys;

    @Autowired
    TestStaff staff;

    @Autowired
    TestPortal portal;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private UUID invoice;
    private ApiClient app;

    @BeforeEach
    void issueAnInvoice() {
        clinic = clinics.open();
        invoice = money.issued(clinic, scheduling.patient(clinic), 8_000);
        app = key("billing:write");
    }

    @Test
    void leadsToTheProvidersPageAndIsConfirmedByTheProviderOnly() {
        var created = app.postOnce(CREATE, "k", Map.of("invoiceId", invoice));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var intent = json(created);
        assertThat(intent.get("amountMinor").asLong()).isEqualTo(8_000);

        assertThat(confirmed(intent.get("id").asText())).isEqualTo("pending");
        stripe.pay(URI.create(intent.get("page").asText()), TestStripe.PAYS);
        assertThat(confirmed(intent.get("id").asText())).isEqualTo("succeeded");

        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "money")).isEqualTo(8_000);
    }

    @Test
    void aRequestSentAgainIsTheSamePaymentAndAnotherOneTakesWhatIsOpen() {
        var first = json(app.postOnce(CREATE, "k", Map.of("invoiceId", invoice)));
        var again = json(app.postOnce(CREATE, "k", Map.of("invoiceId", invoice)));
        var other = json(app.postOnce(CREATE, "other", Map.of("invoiceId", invoice)));

        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(again.get("page")).isEqualTo(first.get("page"));
        assertThat(other.get("id")).as("what is open is taken").isEqualTo(first.get("id"));
        assertThat(scheduling.count(clinic, "billing.payment")).isEqualTo(1);
    }

    @Test
    void refusesWhatCanNotBePaid() {
        var paid = money.issued(clinic, scheduling.patient(clinic), 1_000);
        money.cash(clinic, paid, 1_000);
        var foreign = clinics.open();
        var theirs = money.issued(foreign, scheduling.patient(foreign), 1_000);

        var closed = app.postOnce(CREATE, "a", Map.of("invoiceId", paid));
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(json(closed).get("code").asText()).isEqualTo("invoice_not_open");
        assertThat(app.postOnce(CREATE, "b", Map.of("invoiceId", theirs)).statusCode())
                .isEqualTo(404);
        assertThat(app.postOnce(CREATE, "c", Map.of("invoiceId", UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(app.postOnce(CREATE, "d", Map.of()).statusCode()).isEqualTo(422);
        var reader = key("billing:read");
        assertThat(reader.postOnce(CREATE, "e", Map.of("invoiceId", invoice)).statusCode())
                .isEqualTo(403);
        assertThat(reader.post(CONFIRM, Map.of("paymentId", UUID.randomUUID())).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPortalTokenPaysForItsOwnPatientsOnly() {
        var patient = money.invoice(clinic, invoice).patientId();
        var owner = portal.self(clinic, patient);
        var own = portalApp(owner).postOnce(CREATE, "k", Map.of("invoiceId", invoice));
        var stranger = portalApp(staff.portal(clinic));

        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
        assertThat(stranger.postOnce(CREATE, "k", Map.of("invoiceId", invoice)).statusCode())
                .isEqualTo(404);
        assertThat(stranger.post(
                                CONFIRM, Map.of("paymentId", json(own).get("id").asText()))
                        .statusCode())
                .isEqualTo(404);
        var draft = money.draft(clinic, patient, 1_000);
        assertThat(portalApp(owner)
                        .postOnce(CREATE, "d", Map.of("invoiceId", draft))
                        .statusCode())
                .isEqualTo(404);
    }

    private ApiClient portalApp(Person person) {
        var client = new ApiClient(port);
        return client.with(client.portalLogin(person).get("accessToken").asText());
    }

    private ApiClient key(String scopeName) {
        var owner = staff.of(clinic, Role.RECEPTIONIST);
        return new ApiClient(port)
                .with(scope.call(clinic.id(), () -> keys.create("Till", Set.of(scopeName), 30, owner.id()))
                        .secret());
    }

    private String confirmed(String payment) {
        var answer = app.post(CONFIRM, Map.of("paymentId", payment));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("status").asText();
    }
}
