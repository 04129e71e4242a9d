package org.carewright.test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.carewright.billing.payment.PayNow;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.bank.BankCredit;
import org.carewright.integrations.bank.BankLines;
import org.carewright.integrations.bank.BankUploads;
import org.carewright.integrations.bank.DateOrder;
import org.carewright.integrations.bank.ImportResult;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.stereotype.Component;

/** UPI codes and what the bank's statement says of them. */
@Component
public class TestBank {

    public static final String HEADINGS = "Date,Narration,Ref No,Debit,Credit\n";

    private static final AtomicLong UTR = new AtomicLong(System.nanoTime() % 100_000_000_000L + 400_000_000_000L);

    private final TestScheduling scheduling;
    private final ProviderAccounts accounts;
    private final BankUploads uploads;
    private final BankLines lines;
    private final PayNow payNow;
    private final ClinicScope scope;

    TestBank(
            TestScheduling scheduling,
            ProviderAccounts accounts,
            BankUploads uploads,
            BankLines lines,
            PayNow payNow,
            ClinicScope scope) {
        this.scheduling = scheduling;
        this.accounts = accounts;
        this.uploads = uploads;
        this.lines = lines;
        this.payNow = payNow;
        this.scope = scope;
    }

    /** The clinic takes rupees by its own UPI address. */
    public void takesUpi(TestClinic clinic) {
        scheduling.in(
                clinic,
                () -> accounts.connect(new AccountDraft(
                        Gateway.UPI,
                        Mode.TEST,
                        List.of("INR"),
                        Map.of("vpa", "roshni@okhdfcbank", "payee_name", "Roshni Clinic"))));
    }

    /** The clinic takes cards too, but none for rupees. */
    public void takesUpiAlone(TestClinic clinic) {
        takesUpi(clinic);
        scheduling.in(
                clinic,
                () -> accounts.connect(new AccountDraft(
                        Gateway.STRIPE,
                        Mode.TEST,
                        List.of("USD"),
                        Map.of(
                                "secret_key",
                                "sk_test_" + "0123456789abcdef".repeat(2),
                                "webhook_secret",
                                "whsec_0123456789abcdef"))));
    }

    /** A UPI code for all that is left of an invoice. @return the payment's id */
    public UUID code(TestClinic clinic, UUID invoice) {
        return scope.call(clinic.id(), () -> {
            var payment = payNow.begin(UUID.randomUUID(), invoice, Gateway.UPI, null);
            payNow.open(payment.id(), "/paid", Locale.ENGLISH);
            return payment.id();
        });
    }

    /** A bank reference that no other line has. */
    public static String utr() {
        return Long.toString(UTR.incrementAndGet());
    }

    /** A line of a statement. */
    public static String line(String text, String utr, String rupees) {
        return "03/11/2025,\"" + text.replace("\"", "\"\"") + "\"," + utr + ",," + rupees + "\n";
    }

    /** Uploads and books a statement of these lines. */
    public ImportResult imports(TestClinic clinic, String... csv) {
        var file = (HEADINGS + String.join("", csv)).getBytes(StandardCharsets.UTF_8);
        return scheduling.in(clinic, () -> uploads.book(upload(file), null));
    }

    private UUID upload(byte[] file) {
        return uploads.keep("HDFC current", TestPaid.RUPEES, DateOrder.DAY_FIRST, file, null);
    }

    /** A file that waits for a decision. */
    public UUID uploaded(TestClinic clinic, String... csv) {
        return scheduling.in(clinic, () -> upload((HEADINGS + String.join("", csv)).getBytes(StandardCharsets.UTF_8)));
    }

    /** What waits to be matched. */
    public List<BankCredit> waiting(TestClinic clinic) {
        return scheduling.in(clinic, () -> lines.unmatched(null, 100));
    }

    /** A credit of that amount that nothing matches. */
    public UUID credit(TestClinic clinic, Money amount) {
        imports(clinic, line("NEFT " + UUID.randomUUID(), utr(), amount.minor() / 100 + ".00"));
        return waiting(clinic).stream()
                .filter(credit -> credit.amount().equals(amount))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
