package org.carewright.integrations.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.carewright.integrations.bank.StatementParser.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTests {

    private static final Currency INR = Currency.getInstance("INR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate LATEST = LocalDate.of(2026, 11, 22);

    @Test
    void readsHdfc() {
        var parsed = indian(
                """
                HDFC BANK LTD,,,,,,
                Account No :,XXXX1234,,,,,
                ,,,,,,
                Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
                ********,********,********,********,********,********,********
                03/11/26,UPI-ASHA RAO-ASHA@OKHDFCBANK-632511223344-INV 2026 7,0000632511223344,03/11/26,,"1,00,500.00","2,00,000.00"
                04/11/26,NEFT DR-RENT,N309262,04/11/26,"45,000.50",,"1,54,999.50"
                ,,,,,,
                STATEMENT SUMMARY :-,,,,,,
                Opening Balance,Dr Count,Cr Count,Debits,Credits,Closing Bal,
                "99,500.00",1,1,"45,000.50","1,00,500.00","1,54,999.50",
                """);

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.lines())
                .containsExactly(
                        new StatementLine(
                                6,
                                LocalDate.of(2026, 11, 3),
                                10_050_000,
                                "632511223344",
                                "UPI-ASHA RAO-ASHA@OKHDFCBANK-632511223344-INV 2026 7"),
                        new StatementLine(7, LocalDate.of(2026, 11, 4), -4_500_050, "N309262", "NEFT DR-RENT"));
    }

    @Test
    void readsIcici() {
        var parsed = indian(
                """
                S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )
                1,03/11/2026,03/11/2026,-,UPI/632511223344/Payment/asha@okicici/HDFC,0.0,1500.0,1500.00
                """);

        assertThat(parsed.lines())
                .containsExactly(new StatementLine(
                        2,
                        LocalDate.of(2026, 11, 3),
                        150_000,
                        "632511223344",
                        "UPI/632511223344/Payment/asha@okicici/HDFC"));
    }

    @Test
    void readsSbiWithTabsAndMonthNames() {
        var parsed = indian("Txn Date\tValue Date\tDescription\tRef No./Cheque No.\tDebit\tCredit\tBalance\n"
                + "3 Nov 2026\t3 Nov 2026\tBY TRANSFER-INB\tTRANSFER FROM 4897\t \t2,500.00\t10,000.00\n");

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.lines())
                .containsExactly(new StatementLine(
                        2, LocalDate.of(2026, 11, 3), 250_000, "TRANSFERFROM4897", "BY TRANSFER-INB"));
    }

    @Test
    void readsAxis() {
        var parsed = indian(
                """
                Tran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL
                03-11-2026,-,IMPS/P2A/632511223344/ASHA, ,999.99,1000.00,123
                """);

        assertThat(parsed.lines())
                .extracting(StatementLine::minor, StatementLine::reference)
                .containsExactly(org.assertj.core.api.Assertions.tuple(99_999L, "632511223344"));
    }

    @Test
    void readsKotakWhoseAmountsTellTheirSideInAColumn() {
        var parsed = indian(
                """
                Sl. No.,Transaction Date,Description,Chq / Ref No.,Amount,Dr / Cr,Balance,Dr / Cr
                1,03-11-2026,UPI/ASHA,UPI-632511223344,100.00,CR,100.00,CR
                2,04-11-2026,CHARGES,,11.80,DR,88.20,CR
                """);

        assertThat(parsed.lines()).extracting(StatementLine::minor).containsExactly(10_000L, -1_180L);
    }

    @Test
    void readsChase() {
        var parsed = american(
                """
                Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
                CREDIT,11/03/2026,"ZELLE FROM JANE DOE 1234567890",80.00,QUICKPAY_CREDIT,180.00,,
                DEBIT,11/04/2026,"RENT",-45.50,ACH_DEBIT,134.50,,
                """);

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.lines())
                .extracting(StatementLine::bookedOn, StatementLine::minor)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(LocalDate.of(2026, 11, 3), 8_000L),
                        org.assertj.core.api.Assertions.tuple(LocalDate.of(2026, 11, 4), -4_550L));
    }

    @Test
    void readsBankOfAmericaBelowItsSummary() {
        var parsed = american(
                """
                Description,,Summary Amt.
                Beginning balance as of 11/01/2026,,"1,000.00"
                Total credits,,"80.00"

                Date,Description,Amount,Running Bal.
                11/01/2026,Beginning balance as of 11/01/2026,,"1,000.00"
                11/03/2026,"DEPOSIT","80.00","1,080.00"
                """);

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.lines()).extracting(StatementLine::description).containsExactly("DEPOSIT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5|123450",
                "₹ 1,00,000.00|10000000",
                "$100,000.00|10000000",
                "(12.34)|-1234",
                "-12.34|-1234",
                "12.34-|-1234",
                "12.34 Cr|1234",
                "12.34 Dr|-1234",
                "Rs. 5|500",
                "0.10000|10"
            })
    void readsAmountsExactly(String text, long minor) {
        assertThat(StatementAmount.read(text, INR)).hasValue(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.005", "=1+1", "1e3", "1.234,56", "1,0,0", "12,34", "abc", "99999999999999999999", "1 000", ""
            })
    void readsNothingThatIsNoExactAmount(String text) {
        assertThat(StatementAmount.read(text, INR)).isEmpty();
    }

    @Test
    void tellsTheRowOfEachThingItCannotRead() {
        var parsed = indian(
                """
                Date,Narration,Ref No,Debit,Credit
                31/02/2026,a,1,,10.00
                03/11/2026,b,2,,ten
                03/11/2026,c,3,5.00,5.00
                03/11/2027,d,4,,5.00
                11/25/2025,e,5,,5.00
                """);

        assertThat(parsed.problems())
                .containsExactly(
                        new StatementProblem(2, "date"),
                        new StatementProblem(3, "amount"),
                        new StatementProblem(4, "amount_twice"),
                        new StatementProblem(5, "date_future"),
                        new StatementProblem(6, "date_order"));
    }

    @ParameterizedTest
    @CsvSource({"'a,b\nc,d',no_headings", "'Date,Narration,Debit,Credit\n',no_lines", "'Date,\"x',no_headings"})
    void refusesWhatIsNoStatement(String text, String code) {
        assertThat(indian(text).problems()).extracting(StatementProblem::code).containsExactly(code);
    }

    @Test
    void takesCellsAsTextsWhateverASpreadsheetWouldDo() {
        var parsed = indian("Date,Narration,Ref No,Debit,Credit\n"
                + "03/11/2026,\"=HYPERLINK(\"\"http://x.example\"\",\"\"pay\"\")\",\"=\"\"632511223344\"\"\",,10.00\n");

        assertThat(parsed.lines())
                .containsExactly(new StatementLine(
                        2,
                        LocalDate.of(2026, 11, 3),
                        1_000,
                        "632511223344",
                        "=HYPERLINK(\"http://x.example\",\"pay\")"));
        assertThat(org.carewright.shared.web.CsvRow.of(parsed.lines().get(0).description()))
                .startsWith("\"'=HYPERLINK");
    }

    @Test
    void readsWhatOldProgramsWrite() {
        var file = "Date;Narration;Debit;Credit\r\n03/11/2026;Caf\u00e9;;1,50\r\n".replace("1,50", "1.50");

        var parsed = StatementParser.parse(
                file.getBytes(java.nio.charset.Charset.forName("windows-1252")), INR, DateOrder.DAY_FIRST, LATEST);

        assertThat(parsed.lines()).extracting(StatementLine::description).isEqualTo(List.of("Café"));
    }

    private static Parsed indian(String text) {
        return StatementParser.parse(text.getBytes(StandardCharsets.UTF_8), INR, DateOrder.of(INR), LATEST);
    }

    private static Parsed american(String text) {
        return StatementParser.parse(text.getBytes(StandardCharsets.UTF_8), USD, DateOrder.of(USD), LATEST);
    }
}
