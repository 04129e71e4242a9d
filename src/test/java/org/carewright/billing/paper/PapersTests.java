package org.carewright.billing.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceDraft.Line;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.PaidWith;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.tax.TaxPart;
import org.carewright.billing.tax.Taxes;
import org.carewright.documents.PdfText;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What papers say is what the ledger says, in the patient's language (BIL-2). */
@CarewrightTest
class PapersTests {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    PatientRecords records;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceLedger invoiceLedger;

    @Autowired
    Payments payments;

    @Autowired
    Taxes taxes;

    @Autowired
    Papers papers;

    @Autowired
    Statements statements;

    private TestClinic clinic;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | Ann   | Smith | USD | 12550050 | Invoice | Ann Smith | $125,500.50   | $251,001.00",
                "zh-TW | 志明   | 陳     | TWD | 120000   | 帳單     | 陳志明     | $1,200.00     | $2,400.00",
                "zh-CN | 小红   | 刘     | CNY | 120000   | 账单     | 刘小红     | ¥1,200.00     | ¥2,400.00",
                "ja    | さくら  | 高橋    | JPY | 8000     | 請求書    | 高橋 さくら | ￥8,000        | ￥16,000",
                "hi    | क्षमा | त्रिपाठी | INR | 12500000 | बिल | क्षमा त्रिपाठी | ₹1,25,000.00 | ₹2,50,000.00"
            })
    void anInvoiceSpeaksThePatientsLanguageAndWritesAmountsItsWay(
            String language,
            String given,
            String family,
            String currency,
            long minor,
            String title,
            String name,
            String price,
            String total) {
        var patient = patient(given, family, language);
        var id = issued(patient, currency, List.of(new Line(null, name, new BigDecimal(2), minor, 0)));

        var text = PdfText.of(invoice(id));

        assertThat(text).contains(title, name, price, total);
    }

    @Test
    void taxesStandByPartWithWhatTheyAreOf() {
        var patient = patient("Ann", "Smith", "en");
        var service = taxed(false, new TaxPart("CGST", 90_000), new TaxPart("SGST", 90_000));
        var id = issued(patient, "USD", List.of(Line.one(service, "Visit", 100_000)));

        var text = PdfText.of(invoice(id));

        assertThat(text)
                .contains("CGST 9% of $1,000.00", "SGST 9% of $1,000.00", "$90.00", "$1,180.00")
                .doesNotContain("Prices include tax", "Includes");
    }

    @Test
    void anInclusiveTaxIsToldButNotAdded() {
        var patient = patient("Ann", "Smith", "en");
        var service = taxed(true, new TaxPart("VAT", 200_000));
        var id = issued(patient, "USD", List.of(Line.one(service, "Visit", 12_000)));

        var text = PdfText.of(invoice(id));

        assertThat(text).contains("Includes VAT 20% of $100.00", "$20.00", "$120.00", "Prices include tax.");
        assertThat(text).doesNotContain("$140.00");
    }

    @Test
    void whatIsLeftIsTheLedgersWord() {
        var patient = patient("Ann", "Smith", "en");
        var id = money.issued(clinic, patient, 10_000);
        money.cash(clinic, id, 3_000);
        scheduling.in(clinic, () -> invoiceLedger.credit(id, 1_000, null));

        var text = PdfText.of(invoice(id));

        assertThat(lines(text)).contains("Paid -$30.00", "Credited -$10.00", "To pay $60.00");
        assertThat(text).contains("How to pay", "/portal/invoices/" + id);
    }

    @Test
    void aPaidInvoiceAsksForNothing() {
        var patient = patient("Ann", "Smith", "en");
        var id = money.issued(clinic, patient, 10_000);
        money.cash(clinic, id, 10_000);

        var text = PdfText.of(invoice(id));

        assertThat(text).contains("Paid in full", "To pay").doesNotContain("How to pay");
    }

    @Test
    void aDraftSaysSoAndHasNoNumberAndNoWayToPay() {
        var patient = patient("Ann", "Smith", "en");
        var id = money.draft(clinic, patient, 10_000);

        assertThat(PdfText.of(invoice(id))).contains("Draft of an invoice").doesNotContain("INV-", "How to pay");
    }

    @Test
    void rupeesCanBePaidByScanningTheCodeAndOtherMoneyCannot() {
        var patient = patient("Ann", "Smith", "en");
        var rupees = issued(patient, "INR", List.of(Line.one(null, "Visit", 150_050)));
        var dollars = issued(patient, "USD", List.of(Line.one(null, "Visit", 150_050)));

        assertThat(PdfText.scan(invoice(rupees), BarcodeFormat.QR_CODE))
                .startsWith("upi://pay?pa=clinic@sandbox")
                .contains("am=1500.50", "cu=INR", "tr=" + rupees.toString().replace("-", ""));
        assertThat(PdfText.of(invoice(dollars))).doesNotContain("UPI");
    }

    @Test
    void aHundredLinesTakeSeveralPagesWithHeadingsAndNumbersOnEach() throws IOException {
        var patient = patient("Ann", "Smith", "en");
        var lines = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> Line.one(null, "Session " + number + ".", 1_000))
                .toList();
        var file = invoice(issued(patient, "USD", lines));

        var pages = PdfText.pages(file);
        assertThat(pages).isBetween(3, 5);
        try (var document = Loader.loadPDF(file)) {
            for (var page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Page " + page + " of " + pages)
                        .contains(page < pages ? "Description" : "Total");
            }
        }
        var text = PdfText.of(file);
        IntStream.rangeClosed(1, 100).forEach(number -> assertThat(text).contains("Session " + number + "."));
        assertThat(text).contains("$1,000.00");
    }

    @Test
    void whatPeopleTypedIsTextAndNothingElse() throws IOException {
        var typed = "<script>alert(1)</script> {0} ${7*7} %s (/JavaScript) =1+1";
        var patient = patient("<b>Ann</b>", "{1}", "en");
        var file = invoice(issued(patient, "USD", List.of(Line.one(null, typed + "\u202e", 1_000))));

        assertThat(PdfText.of(file).replaceAll("\\s+", " ")).contains(typed, "<b>Ann</b> {1}");
        try (var document = Loader.loadPDF(file)) {
            var catalog = document.getDocumentCatalog().getCOSObject();
            assertThat(catalog.keySet()).doesNotContain(COSName.OPEN_ACTION, COSName.AA, COSName.NAMES);
            for (var page : document.getPages()) {
                assertThat(page.getCOSObject().keySet()).doesNotContain(COSName.ANNOTS, COSName.AA);
            }
        }
    }

    @Test
    void nothingLongRunsOverTheEdge() throws IOException {
        var patient = patient("W".repeat(60), "M".repeat(60), "en");
        var file = invoice(issued(
                patient,
                "JPY",
                List.of(new Line(null, "W".repeat(200), new BigDecimal("99999.999"), 9_999_999_999L, 0))));

        var right = new ArrayList<Float>();
        try (var document = Loader.loadPDF(file)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    right.add(text.getXDirAdj() + text.getWidthDirAdj());
                }
            }.getText(document);
            var margin = document.getPage(0).getMediaBox().getWidth() - 22 * 72 / 25.4f;
            assertThat(right).isNotEmpty().allSatisfy(edge -> assertThat(edge).isLessThan(margin + 1));
        }
    }

    @Test
    void aReceiptTellsWhatCameHowAndWhatFor() {
        var patient = patient("Ann", "Smith", "en");
        var invoice = money.issued(clinic, patient, 10_000);
        var id = UUID.randomUUID();
        scheduling.in(clinic, () -> {
            payments.begin(
                    new NewPayment(id, patient, invoice, "stripe", PaymentMethod.CARD, Money.of(4_000, "USD"), false));
            return payments.received(
                    id,
                    Money.of(4_000, "USD"),
                    "pi_" + id,
                    new PaidWith(PaymentMethod.CARD, "visa", "4242", null),
                    java.time.Instant.parse("2026-11-02T15:00:00Z"));
        });

        var text = PdfText.of(scheduling.in(clinic, () -> papers.receipt(id)));

        assertThat(text.replaceAll("\\s+", " "))
                .contains("Receipt", "REC-", "$40.00", "Card, Visa ending in 4242", "November 2, 2026")
                .contains(money.invoice(clinic, invoice).number())
                .contains("This is a test: no money was moved.");
    }

    @Test
    void moneyThatHasNotComeHasNoReceipt() {
        var patient = patient("Ann", "Smith", "en");
        var invoice = money.issued(clinic, patient, 10_000);
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> payments.begin(new NewPayment(
                        id, patient, invoice, "stripe", PaymentMethod.CARD, Money.of(4_000, "USD"), false)));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> papers.receipt(id)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndKeepsStaffsReasonToThem() {
        var patient = patient("Ann", "Smith", "en");
        var invoice = money.issued(clinic, patient, 10_000);
        var note = scheduling.in(clinic, () -> invoiceLedger.credit(invoice, 2_500, "Nurse forgot"));

        var text = PdfText.of(scheduling.in(clinic, () -> papers.creditNote(note)));

        assertThat(text)
                .contains(
                        "Credit note",
                        "CN-",
                        "$25.00",
                        money.invoice(clinic, invoice).number())
                .doesNotContain("Nurse forgot");
    }

    @Test
    void aStatementRunsFromOpeningToClosingBalanceByTheLedger() {
        var patient = patient("Ann", "Smith", "en");
        var first = money.issued(clinic, patient, 10_000);
        money.cash(clinic, first, 4_000);
        scheduling.in(clinic, () -> invoiceLedger.credit(first, 8_000, null));
        var today = money.invoice(clinic, first).issuedOn();

        var now = scheduling
                .in(clinic, () -> statements.of(patient, today, today))
                .get(0);
        var later = scheduling
                .in(clinic, () -> statements.of(patient, today.plusDays(1), today.plusDays(30)))
                .get(0);

        assertThat(now.openingMinor()).isZero();
        assertThat(now.lines())
                .extracting(Statement.Line::kind, Statement.Line::amountMinor, Statement.Line::balanceMinor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("invoice", 10_000L, 10_000L),
                        org.assertj.core.groups.Tuple.tuple("payment", -4_000L, 6_000L),
                        org.assertj.core.groups.Tuple.tuple("credit_note", -8_000L, -2_000L));
        assertThat(now.closingMinor()).isEqualTo(-2_000);
        assertThat(later.openingMinor()).isEqualTo(-2_000);
        assertThat(later.lines()).isEmpty();
        var text = PdfText.of(scheduling.in(clinic, () -> papers.statement(patient, today, today)));
        assertThat(text)
                .contains("Opening balance", "Closing balance", "-$20.00", "we owe it to you")
                .contains(money.invoice(clinic, first).number(), "REC-", "CN-");
    }

    @Test
    void aStatementKeepsCurrenciesApart() {
        var patient = patient("Ann", "Smith", "en");
        var dollars = issued(patient, "USD", List.of(Line.one(null, "Visit", 1_000)));
        issued(patient, "INR", List.of(Line.one(null, "Visit", 500_000)));
        var today = money.invoice(clinic, dollars).issuedOn();

        var all = scheduling.in(clinic, () -> statements.of(patient, today, today));

        assertThat(all)
                .extracting(Statement::currency)
                .map(Currency::getCurrencyCode)
                .containsExactly("INR", "USD");
        assertThat(all).extracting(Statement::closingMinor).containsExactly(500_000L, 1_000L);
    }

    @Test
    void aStatementOfNothingSaysSo() {
        var patient = patient("Ann", "Smith", "en");

        assertThat(PdfText.of(scheduling.in(clinic, () -> papers.statement(patient, LONG_AGO, LONG_AGO))))
                .contains("Nothing was booked");
    }

    @Test
    void refusesAPeriodThatIsNone() {
        var patient = patient("Ann", "Smith", "en");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> scheduling.in(clinic, () -> papers.statement(patient, LONG_AGO.plusDays(1), LONG_AGO)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("invalid_parameter"));
    }

    private byte[] invoice(UUID id) {
        return scheduling.in(clinic, () -> papers.invoice(id));
    }

    private UUID patient(String given, String family, String language) {
        return scheduling.in(clinic, () -> records.create(RecordDraft.of(given, family, null, null, null, language)));
    }

    private UUID issued(UUID patient, String currency, List<Line> lines) {
        return scheduling.in(clinic, () -> {
            var id = invoices.draft(
                    InvoiceDraft.of(patient, InvoiceSource.BY_HAND, Currency.getInstance(currency), lines));
            invoices.issue(id);
            return id;
        });
    }

    private UUID taxed(boolean inclusive, TaxPart... parts) {
        var service = scheduling.service(clinic, Map.of());
        scheduling.in(clinic, () -> {
            taxes.assign(service, taxes.create("Tax", inclusive, List.of(parts)));
            return null;
        });
        return service;
    }

    /** Each line of the text with single spaces. */
    private static List<String> lines(String text) {
        return text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
    }
}
