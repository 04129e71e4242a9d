package org.carewright.negative;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.tax.TaxPart;
import org.carewright.billing.tax.Taxes;
import org.carewright.documents.consent.ConsentDefinitions;
import org.carewright.documents.consent.ConsentWording;
import org.carewright.documents.consent.Consents;
import org.carewright.documents.consent.Signature;
import org.carewright.documents.consent.Signer;
import org.carewright.documents.consent.SignerRelation;
import org.carewright.negative.HostileClinic.Text;
import org.carewright.shared.money.Money;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestScheduling;
import org.springframework.stereotype.Component;

/** Paperwork and money of a {@link HostileClinic}. */
@Component
class HostilePapers {

    private static final int TEN_PER_CENT = 100_000;

    private final TestOnboarding newcomers;
    private final Invoices invoices;
    private final Payments payments;
    private final Taxes taxes;
    private final ConsentDefinitions definitions;
    private final Consents consents;
    private final TestScheduling scheduling;

    HostilePapers(
            TestOnboarding newcomers,
            Invoices invoices,
            Payments payments,
            Taxes taxes,
            ConsentDefinitions definitions,
            Consents consents,
            TestScheduling scheduling) {
        this.newcomers = newcomers;
        this.invoices = invoices;
        this.payments = payments;
        this.taxes = taxes;
        this.definitions = definitions;
        this.consents = consents;
        this.scheduling = scheduling;
    }

    /**
     * @param onboarding of somebody who has answered every form with it
     * @param invoice issued to the patient, paid in part
     * @param payment that part
     * @param definition of a consent in which every word is it
     * @param consent signed by the patient
     */
    record Papers(UUID onboarding, UUID invoice, UUID payment, UUID definition, UUID consent) {}

    Papers of(TestClinic clinic, UUID patient, Text text) {
        var onboarding = onboard(clinic, text.typed());
        return scheduling.in(clinic, () -> {
            taxes.create(text.typed(Taxes.LONGEST_NAME), false, List.of(new TaxPart(text.typed(40), TEN_PER_CENT)));
            var definition = definitions.create(text.typed(), false);
            var words = Map.of("en", new ConsentWording(text.typed(), text.typed()));
            var version = definitions.publish(definition, words, false, null);
            var signer = new Signer(text.typed(), SignerRelation.SELF, null);
            var consent = consents.sign(patient, version, "en", signer, new Signature.Typed());
            var invoice = invoice(patient, text.typed());
            return new Papers(onboarding, invoice, pay(invoice, patient, text), definition, consent);
        });
    }

    private UUID onboard(TestClinic clinic, String typed) {
        var details = new HashMap<>(TestOnboarding.details());
        details.putAll(Map.of("givenName", typed, "familyName", typed));
        var newcomer = newcomers.atPortal(clinic, details);
        var answers = new HashMap<>(TestOnboarding.healthy());
        answers.put("medicalHistory", typed);
        answers.put("address", typed);
        answers.put("allergies", List.of(Map.of("substance", typed, "reaction", typed)));
        newcomers.answerIntake(newcomer, answers);
        newcomers.giveInsurance(
                newcomer, Map.of("insured", "yes", "payer", typed, "policyNumber", typed, "groupNumber", typed));
        return newcomer.onboarding();
    }

    private UUID invoice(UUID patient, String typed) {
        var line = new InvoiceDraft.Line(null, typed, BigDecimal.ONE, 8_000, 0);
        var draft = new InvoiceDraft(
                patient, InvoiceSource.BY_HAND, TestMoney.DOLLARS, List.of(line), null, null, null, typed);
        var invoice = invoices.draft(draft);
        invoices.issue(invoice);
        return invoice;
    }

    private UUID pay(UUID invoice, UUID patient, Text text) {
        var payment = UUID.randomUUID();
        var paid = new NewPayment(
                payment,
                patient,
                invoice,
                NewPayment.MANUAL,
                PaymentMethod.BANK_TRANSFER,
                new Money(3_000, TestMoney.DOLLARS),
                true);
        payments.take(paid, text.typed(40));
        return payment;
    }
}
