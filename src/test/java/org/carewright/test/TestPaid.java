package org.carewright.test;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.carewright.billing.difference.DifferenceBook;
import org.carewright.billing.dispute.Disputes;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.PaidWith;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.PaymentFacts;
import org.carewright.integrations.inbox.ProviderEvent;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.sandbox.razorpay.RazorpayAttempt;
import org.carewright.integrations.sandbox.razorpay.RazorpayShop;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.stereotype.Component;

/** Payments through providers, and what those tell of them. */
@Component
public class TestPaid {

    public static final Currency RUPEES = Currency.getInstance("INR");

    private final TestScheduling scheduling;
    private final TestInbox applied;
    private final Invoices invoices;
    private final Payments payments;
    private final PaymentGateways gateways;
    private final RazorpayShop shop;
    private final Inbox inbox;
    private final ManagementService management;
    private final ClinicScope scope;
    private final Clock clock;
    private final Disputes disputes;
    private final DifferenceBook differences;

    TestPaid(
            TestScheduling scheduling,
            TestInbox applied,
            Invoices invoices,
            Payments payments,
            PaymentGateways gateways,
            RazorpayShop shop,
            Inbox inbox,
            ManagementService management,
            ClinicScope scope,
            Clock clock,
            Disputes disputes,
            DifferenceBook differences) {
        this.scheduling = scheduling;
        this.applied = applied;
        this.invoices = invoices;
        this.payments = payments;
        this.gateways = gateways;
        this.shop = shop;
        this.inbox = inbox;
        this.management = management;
        this.scope = scope;
        this.clock = clock;
        this.disputes = disputes;
        this.differences = differences;
    }

    /** An issued invoice in rupees without a process. */
    public UUID invoice(TestClinic clinic, UUID patient, long paise) {
        return scheduling.in(clinic, () -> {
            var id = invoices.draft(InvoiceDraft.of(
                    patient,
                    InvoiceSource.BY_HAND,
                    RUPEES,
                    List.of(new InvoiceDraft.Line(null, "Visit", BigDecimal.ONE, paise, 0))));
            invoices.issue(id);
            return id;
        });
    }

    /** A payment that is meant, through a gateway, in test mode. */
    public Payment meant(TestClinic clinic, UUID invoice, long paise, Gateway gateway) {
        return scheduling.in(
                clinic,
                () -> payments.begin(new NewPayment(
                        UUID.randomUUID(),
                        invoices.get(invoice).patientId(),
                        invoice,
                        gateway.code(),
                        PaymentMethod.UPI,
                        new Money(paise, RUPEES),
                        false)));
    }

    /** A payment through Razorpay's sandbox that is paid there, before any word of it came. @return payment's id */
    public UUID paidAtRazorpay(TestClinic clinic, UUID invoice, long paise) {
        var id = meant(clinic, invoice, paise, Gateway.RAZORPAY).id();
        var order = new PaymentOrder(
                id,
                new Money(paise, RUPEES),
                "INV-TEST",
                null,
                false,
                URI.create("http://localhost/paid"),
                URI.create("http://localhost/unpaid"),
                Locale.ENGLISH);
        var opened = scope.call(clinic.id(), () ->
                (PaymentResult.Waiting) gateways.of(Gateway.RAZORPAY).open(order));
        scheduling.in(clinic, () -> {
            payments.opened(id, opened.providerRef(), false);
            return id;
        });
        shop.pay(shop.account(), opened.providerRef(), RazorpayAttempt.CARD);
        return id;
    }

    /** Razorpay tells of the payment, and it is booked. */
    public void told(TestClinic clinic, UUID payment) {
        shop.deliver(shop.event(payment(clinic, payment).objectRef(), "payment.captured"));
        applied.apply(clinic.id());
    }

    public Payment payment(TestClinic clinic, UUID id) {
        return scheduling.in(clinic, () -> payments.get(id));
    }

    /** An event as the webhook of a provider would keep it; each call is another event. */
    public ProviderEvent event(TestClinic clinic, String kind, Payment payment, String ref, Money amount) {
        return event(clinic, kind, payment.gateway(), payment.id(), ref, amount, false);
    }

    /** Like {@link #event(TestClinic, String, Payment, String, Money)}, of any provider and mode. */
    public ProviderEvent event(
            TestClinic clinic, String kind, String provider, UUID objectId, String ref, Money amount, boolean live) {
        var id = UUID.randomUUID().toString();
        Instant at = clock.instant();
        return new ProviderEvent(
                clinic.id(),
                provider,
                id,
                kind,
                null,
                ref,
                null,
                null,
                at,
                new PaymentFacts(objectId, ref, amount, null, live));
    }

    /** Word of a dispute, with until when evidence counts and what the provider charges in all. */
    public ProviderEvent dispute(
            TestClinic clinic, String kind, Payment payment, String ref, Money amount, Instant dueAt, Money feeSoFar) {
        var id = UUID.randomUUID().toString();
        return new ProviderEvent(
                clinic.id(),
                payment.gateway(),
                id,
                kind,
                null,
                ref,
                null,
                null,
                clock.instant(),
                new PaymentFacts(payment.id(), ref, amount, null, false, dueAt, feeSoFar));
    }

    /** A payment of 500 rupees that its bank took back, with a fee of 15. @return the dispute's id */
    public UUID disputed(TestClinic clinic, UUID patient) {
        var amount = new Money(50_000, RUPEES);
        var payment = meant(clinic, invoice(clinic, patient, 50_000), 50_000, Gateway.RAZORPAY);
        var ref = "disp_" + payment.id();
        var due = clock.instant().plus(Duration.ofDays(9));
        scheduling.in(
                clinic,
                () -> payments.received(
                        payment.id(), amount, "pay_" + payment.id(), PaidWith.of(PaymentMethod.CARD), clock.instant()));
        receive(dispute(clinic, "dispute_opened", payment, ref, amount, due, new Money(1_500, RUPEES)));
        applyAll(clinic);
        return scheduling.in(
                clinic, () -> disputes.ofPayment(payment.id()).get(0).id());
    }

    /** Word of a payment that isn't one of ours. @return the difference's id */
    public UUID difference(TestClinic clinic) {
        var ref = "pay_" + UUID.randomUUID();
        receive(event(
                clinic, "payment_succeeded", "razorpay", UUID.randomUUID(), ref, new Money(7_000, RUPEES), false));
        applyAll(clinic);
        return scheduling.in(clinic, () -> differences.page(true, null, 1_000)).stream()
                .filter(open -> open.providerRef().equals(ref))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Receives events one by one. */
    public void receive(ProviderEvent... events) {
        for (var event : events) {
            inbox.receive(List.of(event));
        }
    }

    /** Runs the clinic's event jobs until none is left; one that has to wait for another is tried again. */
    public void applyAll(TestClinic clinic) {
        for (var round = 0; round < 10; round++) {
            var jobs = management
                    .createJobQuery()
                    .processDefinitionKey(Inbox.PROCESS)
                    .tenantIdIn(clinic.id().toString())
                    .list();
            if (jobs.isEmpty()) {
                return;
            }
            for (var job : jobs) {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException waits) {
                    // Another round.
                }
            }
        }
        throw new AssertionError("Events that can't be applied");
    }
}
