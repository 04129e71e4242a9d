package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.Refunds;
import org.carewright.identity.Role;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invoices, payments and refunds as staff make them at the desk (BIL-2 to BIL-4, BIL-8). */
@CarewrightTest
class InvoicePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMoney money;

    @Autowired
    Payments payments;

    @Autowired
    Refunds refunds;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
    }

    @Test
    void writesAnInvoiceByHandAndIssuesIt() {
        var visitor = visitor(Role.RECEPTIONIST);

        var made = post(visitor, "/desk/invoices/new", draft("2", "40.00", "5.00"));

        var page = location(made);
        assertThat(visitor.get(page).body()).contains("Draft", "$75.00");
        post(visitor, page + "/issue", Map.of());
        assertThat(visitor.get(page).body()).contains("Sent", "Invoice INV-" + year(), "Issued");
        var invoice = money.invoice(clinic, id(page));
        assertThat(invoice.totalMinor()).isEqualTo(7500);
        assertThat(invoice.outstandingMinor()).isEqualTo(7500);
    }

    private String year() {
        return String.valueOf(java.time.Year.now(TestClinics.ZONE));
    }

    @Test
    void tellsWhatItWouldComeToAndKeepsNothing() {
        var visitor = visitor(Role.BILLING);

        var answer = post(visitor, "/desk/invoices/preview", draft("3", "40.00", ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("$120.00");
        assertThat(scheduling.count(clinic, "billing.invoice")).isZero();
    }

    @Test
    void aChosenServiceSaysItsNameAndPrice() {
        var service = scheduling.service(clinic, Map.of("name", "First assessment"), scheduling.practitioner(clinic));
        var form = draft("", "", "");
        form.put("description", "");
        form.put("service", service.toString());

        var answer = post(visitor(Role.BILLING), "/desk/invoices/preview", form);

        assertThat(answer.body()).contains("value=\"First assessment\"", "value=\"80.00\"", "$80.00");
    }

    @Test
    void namesEachWrongFieldAndKeepsWhatWasTyped() {
        var form = draft("0", "eighty", "");
        form.put("coupon", "NONE-SUCH");

        var answer = post(visitor(Role.BILLING), "/desk/invoices/new", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("price0-error", "value=\"eighty\"", "such as 80.00");
        form.put("price", "80.00");
        assertThat(post(visitor(Role.BILLING), "/desk/invoices/new", form).body())
                .contains("quantity0-error", "coupon-error");
        assertThat(scheduling.count(clinic, "billing.invoice")).isZero();
    }

    @Test
    void whoChangesAnOldVersionOfADraftSeesTheOther() {
        var id = money.draft(clinic, patient, 8000);
        var form = draft("1", "90.00", "");
        form.put("version", "0");
        var visitor = visitor(Role.BILLING);
        assertThat(location(post(visitor, "/desk/invoices/" + id + "/edit", form)))
                .endsWith(id.toString());

        var late = draft("1", "70.00", "");
        late.put("version", "0");
        var answer = post(visitor, "/desk/invoices/" + id + "/edit", late);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else changed this draft", "$90.00", "value=\"70.00\"");
        assertThat(money.invoice(clinic, id).totalMinor()).isEqualTo(9000);
    }

    @Test
    void anIssuedInvoiceIsNotChanged() {
        var id = money.issued(clinic, patient, 8000);

        assertThat(visitor(Role.BILLING).get("/desk/invoices/" + id + "/edit").statusCode())
                .isEqualTo(409);
    }

    @Test
    void takesAPartOfTheMoneyAndThenTheRest() {
        var id = money.issued(clinic, patient, 8000);
        var visitor = visitor(Role.RECEPTIONIST);

        take(visitor, id, UUID.randomUUID(), "cash", "50.00", "");

        assertThat(money.invoice(clinic, id).outstandingMinor()).isEqualTo(3000);
        assertThat(visitor.get("/desk/invoices/" + id).body()).contains("$50.00 has been booked. Receipt", "$30.00");
        take(visitor, id, UUID.randomUUID(), "upi", "30.00", "UTR123");
        assertThat(money.invoice(clinic, id).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(visitor.get("/desk/invoices/" + id).body()).contains("UTR123", "Paid");
    }

    @Test
    void aFormSentTwiceTakesOnePayment() throws Exception {
        var id = money.issued(clinic, patient, 8000);
        var payment = UUID.randomUUID();
        var visitor = visitor(Role.RECEPTIONIST);

        var form = Map.of(
                "paymentId",
                payment.toString(),
                "method",
                "cash",
                "amount",
                "50.00",
                "_csrf",
                visitor.csrfToken("/desk/invoices"));
        var answers = Simultaneously.run(
                4, RuntimeException.class, () -> visitor.postForm("/desk/invoices/" + id + "/payment", form)
                        .statusCode());

        assertThat(answers).containsOnly(302);
        assertThat(money.invoice(clinic, id).outstandingMinor()).isEqualTo(3000);
        assertThat(scheduling.count(clinic, "billing.payment")).isEqualTo(1);
    }

    @Test
    void aFormUsedAgainForAnotherAmountBooksNothing() {
        var id = money.issued(clinic, patient, 8000);
        var payment = UUID.randomUUID();
        var visitor = visitor(Role.RECEPTIONIST);
        take(visitor, id, payment, "cash", "50.00", "");

        assertThat(take(visitor, id, payment, "cash", "20.00", "").statusCode()).isEqualTo(409);
        assertThat(money.invoice(clinic, id).outstandingMinor()).isEqualTo(3000);
    }

    @Test
    void aTransferNeedsItsReferenceAndNothingTakesMoreThanIsOwed() {
        var id = money.issued(clinic, patient, 8000);
        var visitor = visitor(Role.RECEPTIONIST);

        assertThat(take(visitor, id, UUID.randomUUID(), "bank_transfer", "80.00", " ")
                        .body())
                .contains("reference-error");
        assertThat(take(visitor, id, UUID.randomUUID(), "cash", "80.01", "").body())
                .contains("amount-error");
        assertThat(take(visitor, id, UUID.randomUUID(), "card", "80.00", "").statusCode())
                .isEqualTo(422);
        assertThat(scheduling.count(clinic, "billing.payment")).isZero();
    }

    @Test
    void anotherPaymentsIdIsNoWayToBookIt() {
        var id = money.issued(clinic, patient, 8000);
        var online = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> payments.begin(new org.carewright.billing.payment.NewPayment(
                        online,
                        patient,
                        id,
                        "stripe",
                        org.carewright.billing.payment.PaymentMethod.CASH,
                        new org.carewright.shared.money.Money(8000, TestMoney.DOLLARS),
                        false)));

        assertThat(take(visitor(Role.RECEPTIONIST), id, online, "cash", "80.00", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(scheduling.in(clinic, () -> payments.get(online)).status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void asksForARefundUpToWhatWasPaid() {
        var id = money.issued(clinic, patient, 8000);
        var payment = money.cash(clinic, id, 8000).id();
        var visitor = visitor(Role.RECEPTIONIST);
        var page = "/desk/payments/" + payment + "/refund";

        assertThat(post(visitor, page, refund("80.01")).body()).contains("amount-error");
        assertThat(location(post(visitor, page, refund("30.00")))).endsWith(id.toString());

        assertThat(scheduling.in(clinic, () -> refunds.refundable(payment))).isEqualTo(5000);
        assertThat(visitor.get("/desk/invoices/" + id).body()).contains("Refund of $30.00", "Goodwill", "Asked for");
    }

    @Test
    void takesBackWithAReasonThatStandsInTheLog() {
        var id = money.issued(clinic, patient, 8000);
        var page = "/desk/invoices/" + id;
        var visitor = visitor(Role.BILLING);

        assertThat(post(visitor, page + "/credit", Map.of("amount", "20.00", "reason", " "))
                        .body())
                .contains("credit-reason-error");
        post(visitor, page + "/credit", Map.of("amount", "20.00", "reason", "Shorter visit"));

        assertThat(money.invoice(clinic, id).outstandingMinor()).isEqualTo(6000);
        assertThat(visitor.get(page).body()).contains("Credit note", "Shorter visit", "$60.00");
        assertThat(post(visitor, page + "/cancel", Map.of("reason", "x")).statusCode())
                .isEqualTo(409);
        assertThat(post(visitor, page + "/write-off", Map.of("reason", "x")).statusCode())
                .isEqualTo(403);
        post(visitor(Role.MANAGER), page + "/write-off", Map.of("reason", "Moved away"));
        assertThat(money.invoice(clinic, id).status()).isEqualTo(InvoiceStatus.SENT);
        assertThat(reasonOf("invoice.write-off-reason")).isEqualTo("Moved away");
    }

    @Test
    void listsByStateAndByAge() {
        money.draft(clinic, patient, 1000);
        var open = money.issued(clinic, patient, 8000);
        var paid = money.issued(clinic, patient, 2000);
        money.cash(clinic, paid, 2000);
        var visitor = visitor(Role.BILLING);

        assertThat(visitor.get("/desk/invoices").body()).contains("$10.00", "$80.00", "$20.00");
        assertThat(visitor.get("/desk/invoices?status=paid").body())
                .contains("$20.00")
                .doesNotContain("$80.00");
        assertThat(visitor.get("/desk/invoices?status=cancelled").body()).contains("None in this state");
        assertThat(visitor.get("/desk/invoices/unsettled").body())
                .contains(open.toString(), "in 14 days")
                .doesNotContain(paid.toString());
    }

    @Test
    void pagesEndWithoutARowTwice() {
        for (var i = 0; i < 53; i++) {
            money.draft(clinic, patient, 1000 + i);
        }
        var visitor = visitor(Role.BILLING);

        var first = visitor.get("/desk/invoices").body();
        var next = first.replaceAll("(?s).*href=\"(/desk/invoices\\?after=[^\"]+)\".*", "$1");
        var second = visitor.get(next).body();

        assertThat(amounts(first)).hasSize(50);
        assertThat(amounts(second)).hasSize(3);
        assertThat(amounts(first + second))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 53)
                        .mapToObj(i -> "$10.%02d".formatted(i))
                        .toList());
    }

    /** What the rows say; the order of those made within the same millisecond is open. */
    private static List<String> amounts(String page) {
        return Pattern.compile("\\$10\\.\\d\\d")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void theListTakesAConstantNumberOfStatements() {
        money.issued(clinic, patient, 1000);
        var visitor = visitor(Role.BILLING);
        visitor.get("/desk/invoices");
        var one = statements.ofPage(visitor, "/desk/invoices");
        for (var i = 0; i < 9; i++) {
            money.issued(clinic, scheduling.patient(clinic), 1000);
        }

        assertThat(statements.ofPage(visitor, "/desk/invoices")).isPositive().isEqualTo(one);
    }

    @Test
    void thePatientsTabShowsWhatIsOwedAndIsARead() {
        var open = money.issued(clinic, patient, 8000);
        money.cash(clinic, open, 3000);

        var body = visitor(Role.RECEPTIONIST)
                .get("/desk/patients/" + patient + "/billing")
                .body();

        assertThat(body).contains("$50.00", "$30.00", "Sent");
        assertThat(scheduling.in(
                        clinic,
                        () -> database.queryForObject(
                                "select count(*) from audit.event where action = 'patient.read' and patient_id = ?",
                                Integer.class,
                                patient)))
                .isEqualTo(1);
    }

    private String reasonOf(String action) {
        var person = visitor(Role.PRIVACY_OFFICER);
        return person.get("/desk/audit?action=" + action).body().contains("Moved away") ? "Moved away" : null;
    }

    private HttpResponse<String> take(
            Visitor visitor, UUID invoice, UUID payment, String method, String amount, String reference) {
        return post(
                visitor,
                "/desk/invoices/" + invoice + "/payment",
                Map.of("paymentId", payment.toString(), "method", method, "amount", amount, "reference", reference));
    }

    private static Map<String, String> refund(String amount) {
        return Map.of("amount", amount, "reason", "goodwill", "note", "");
    }

    private Map<String, String> draft(String quantity, String price, String discount) {
        var form = new LinkedHashMap<String, String>();
        form.put("patient", patient.toString());
        form.put("service", "");
        form.put("description", "Visit, long");
        form.put("quantity", quantity);
        form.put("price", price);
        form.put("discount", discount);
        return form;
    }

    private Visitor visitor(Role role) {
        return new Visitor(port).signedIn(staff.of(clinic, role));
    }

    private static HttpResponse<String> post(Visitor visitor, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", visitor.csrfToken("/desk/invoices"));
        return visitor.postForm(path, all);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }
}
