package org.carewright.integrations.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.integrations.bank.ImportResult.Imported;
import org.carewright.integrations.bank.ImportResult.Refused;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class BankStatementsTests {

    private static final Currency INR = Currency.getInstance("INR");
    private static final String HEADINGS = "Date,Narration,Ref No,Debit,Credit\n";
    private static final String ASHA = "03/11/2025,UPI-ASHA-INV 2026-7,632511223344,,1500.00\n";
    private static final String BINA = "04/11/2025,UPI-BINA,632511223355,,1500.00\n";
    private static final String RENT = "05/11/2025,RENT,,900.00,\n";
    private static final String COINS = "05/11/2025,CASH DEPOSIT,,,200.00\n";

    @Autowired
    BankStatements statements;

    @Autowired
    BankLines lines;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID clinicId;

    @BeforeEach
    void openClinic() {
        clinicId = clinics.open().id();
    }

    @Test
    void offersCreditsWithAmountDayAndReferenceOldestFirst() {
        assertThat(take(HEADINGS + BINA + ASHA + RENT)).isInstanceOfSatisfying(Imported.class, result -> {
            assertThat(result.credits()).isEqualTo(2);
            assertThat(result.debits()).isEqualTo(1);
            assertThat(result.known()).isZero();
        });

        var first = unmatched(null, 1);
        assertThat(first)
                .extracting(BankCredit::amount, BankCredit::reference, BankCredit::description)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        Money.of(150_000, "INR"), "632511223344", "UPI-ASHA-INV 2026-7"));
        assertThat(unmatched(first.get(0), 10))
                .extracting(BankCredit::description)
                .containsExactly("UPI-BINA");
    }

    @Test
    void knowsTheLinesOfAnOverlappingFile() {
        take(HEADINGS + ASHA + RENT + COINS);

        assertThat(take(HEADINGS + RENT + COINS + ASHA + BINA)).isInstanceOfSatisfying(Imported.class, result -> {
            assertThat(result.credits()).isEqualTo(1);
            assertThat(result.known()).isEqualTo(3);
        });
        assertThat(unmatched(null, 10)).hasSize(3);
    }

    @Test
    void knowsALineByTheBanksReferenceWhenItsTextIsWrittenDifferently() {
        take(HEADINGS + ASHA);
        take(HEADINGS + "03/11/2025,UPI/ASHA RAO/632511223344,0000632511223344,,\"1,500.00\"\n");

        assertThat(unmatched(null, 10)).hasSize(1);
    }

    @Test
    void knowsALineHoweverTheAccountIsWritten() {
        take(HEADINGS + ASHA + COINS);
        takeFor(" hdfc  Current ", HEADINGS + ASHA + COINS);
        takeFor("Main account", HEADINGS + ASHA);

        assertThat(unmatched(null, 10)).hasSize(2);
    }

    @Test
    void keepsEqualLinesWithoutReferenceApart() {
        take(HEADINGS + COINS + COINS);
        take(HEADINGS + COINS + COINS + COINS);

        assertThat(unmatched(null, 10)).hasSize(3);
    }

    @Test
    void takesAFileOnceWhenItIsSentTwiceAtTheSameTime() throws Exception {
        var results = Simultaneously.run(4, IllegalStateException.class, () -> take(HEADINGS + ASHA + BINA + COINS));

        assertThat(results).extracting(result -> ((Imported) result).credits()).containsExactlyInAnyOrder(3, 0, 0, 0);
        assertThat(unmatched(null, 10)).hasSize(3);
    }

    @Test
    void takesNothingOfAFileWithALineItCannotRead() {
        assertThat(take(HEADINGS + ASHA + "04/11/2025,x,1,,1.005\n"))
                .isEqualTo(new Refused(List.of(new StatementProblem(3, "amount"))));
        assertThat(unmatched(null, 10)).isEmpty();
    }

    @Test
    void keepsClinicsApart() {
        take(HEADINGS + ASHA);
        var other = clinics.open().id();

        assertThat(scope.<List<BankCredit>>call(other, () -> lines.unmatched(null, 10)))
                .isEmpty();
        var credit = unmatched(null, 1).get(0);
        assertThat(scope.<Boolean>call(other, () -> lines.match(credit.id(), UUID.randomUUID(), null)))
                .isFalse();
        scope.run(
                other,
                () -> statements.take(
                        "Current", INR, DateOrder.DAY_FIRST, (HEADINGS + ASHA).getBytes(StandardCharsets.UTF_8), null));
        assertThat(scope.<List<BankCredit>>call(other, () -> lines.unmatched(null, 10)))
                .hasSize(1);
    }

    @Test
    void pairsACreditWithOnePaymentAndAPaymentWithOneCredit() {
        take(HEADINGS + ASHA + BINA);
        var credits = unmatched(null, 10);
        var payment = UUID.randomUUID();

        assertThat(match(credits.get(0).id(), payment)).isTrue();
        assertThat(match(credits.get(0).id(), UUID.randomUUID())).isFalse();
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> match(credits.get(1).id(), payment));
        assertThat(unmatched(null, 10))
                .extracting(BankCredit::id)
                .containsExactly(credits.get(1).id());
        assertThat(scope.call(clinicId, () -> lines.ofPayment(payment))).contains(credits.get(0));
    }

    @Test
    void offersACreditAgainWhenTheDecisionIsTakenBack() {
        take(HEADINGS + ASHA);
        var credit = unmatched(null, 1).get(0);
        scope.run(clinicId, () -> lines.ignore(credit.id(), UUID.randomUUID()));
        assertThat(unmatched(null, 10)).isEmpty();

        assertThat(scope.<Boolean>call(clinicId, () -> lines.release(credit.id())))
                .isTrue();
        assertThat(unmatched(null, 10)).containsExactly(credit);
    }

    @Test
    void suggestsCreditsOfExactlyTheAmountAndThoseThatNameTheReferenceFirst() {
        take(HEADINGS + BINA + ASHA + COINS);

        var candidates = scope.call(clinicId, () -> lines.candidates(Money.of(150_000, "INR"), List.of("INV-2026-7")));

        assertThat(candidates)
                .extracting(candidate -> candidate.credit().reference(), BankLines.Candidate::named)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("632511223344", true),
                        org.assertj.core.api.Assertions.tuple("632511223355", false));
        assertThat(scope.<List<BankLines.Candidate>>call(
                        clinicId, () -> lines.candidates(Money.of(150_000, "USD"), List.of())))
                .isEmpty();
    }

    @Test
    void keepsTheBanksTextSealed() {
        take(HEADINGS + ASHA);

        var kept = scope.call(clinicId, () -> new TransactionTemplate(transactions)
                .execute(status -> database.queryForObject(
                        "select b::text || encode(description_sealed, 'escape')" + " from integrations.bank_line b",
                        String.class)));
        assertThat(kept).doesNotContain("ASHA");
    }

    private ImportResult take(String file) {
        return takeFor("HDFC current", file);
    }

    private ImportResult takeFor(String account, String file) {
        return scope.call(
                clinicId,
                () -> statements.take(
                        account, INR, DateOrder.DAY_FIRST, file.getBytes(StandardCharsets.UTF_8), UUID.randomUUID()));
    }

    private List<BankCredit> unmatched(BankCredit after, int limit) {
        return scope.call(clinicId, () -> lines.unmatched(after, limit));
    }

    private boolean match(UUID creditId, UUID paymentId) {
        return scope.call(clinicId, () -> lines.match(creditId, paymentId, UUID.randomUUID()));
    }
}
