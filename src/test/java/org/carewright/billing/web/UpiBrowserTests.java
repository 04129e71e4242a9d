package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.identity.Role;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.QrPicture;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestBank;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestPortal;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An invoice paid by UPI end to end: code on the screen, bank statement, receipt (BIL-3); phone and desk. */
@CarewrightTest
class UpiBrowserTests {

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
    TestPaid paid;

    @Autowired
    TestBank bank;

    @Autowired
    TestPortal portal;

    private TestClinic clinic;
    private UUID patient;
    private UUID invoice;

    @BeforeEach
    void owe() {
        clinic = clinics.open();
        bank.takesUpi(clinic);
        patient = scheduling.patient(clinic);
        invoice = paid.invoice(clinic, patient, 150_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aCodeAtThePortalIsPaidWhenTheBankStatementShowsTheMoney(int width) {
        var holder = portal.self(clinic, patient);
        try (var phone = StaffBrowser.on(port, width);
                var office = StaffBrowser.on(port, width)) {
            var page = phone.signIn(holder, "/portal/invoices/" + invoice);
            Looks.check(page, "upi-portal-invoice-" + width);
            page.click("button[value=upi]");
            page.waitForURL("**/portal/payments/*");
            var code = QrPicture.read(page.locator(".upi-code"));
            var asked = asked(code);
            assertThat(asked)
                    .containsEntry("pa", "roshni@okhdfcbank")
                    .containsEntry("am", "1500.00")
                    .containsEntry("cu", "INR")
                    .containsEntry("tn", money.invoice(clinic, invoice).number());
            assertThat(page.locator(".upi-open a").getAttribute("href")).isEqualTo(code);
            PlaywrightAssertions.assertThat(page.locator("#upi-live")).containsText("Waiting for the bank");
            Looks.check(page, "upi-portal-" + width);
            page.click(".upi-claim button");
            PlaywrightAssertions.assertThat(page.locator("#upi-live")).containsText("looking at the bank");
            assertThat(money.balance(clinic, "money")).isZero();

            importStatement(office, asked.get("tn"), width);

            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("We have received ₹1,500.00");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Receipt REC-");
            Looks.check(page, "upi-portal-paid-" + width);
            assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
            assertThat(phone.complaints()).isEmpty();
            assertThat(office.complaints()).isEmpty();
        }
    }

    /** Two credits: one names the invoice, of the other only a person can tell what it is for. */
    private void importStatement(StaffBrowser office, String note, int width) {
        var other = paid.invoice(clinic, patient, 70_000);
        var page = office.signIn(staff.of(clinic, Role.BILLING), "/desk/bank");
        Looks.check(page, "bank-empty-" + width);
        page.click(".desk-actions .btn-primary");
        page.waitForURL("**/desk/bank/statements");
        page.fill("#account", "HDFC current");
        page.selectOption("#currency", "INR");
        page.selectOption("#order", "DAY_FIRST");
        page.setInputFiles("#file", statement(note));
        Looks.check(page, "bank-upload-" + width);
        page.click("main form .btn-primary");
        page.waitForURL("**/desk/bank/statements/*");
        PlaywrightAssertions.assertThat(page.locator("tbody tr").first()).containsText("Pays " + note);
        PlaywrightAssertions.assertThat(page.locator("tbody tr").nth(1)).containsText("To be matched");
        assertThat(money.balance(clinic, "money")).isZero();
        Looks.check(page, "bank-look-" + width);
        page.click("button[value=book]");
        page.waitForURL("**/desk/bank");
        PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("2 new credits");
        Looks.check(page, "bank-waiting-" + width);
        page.click("tbody th a");
        page.waitForURL("**/desk/bank/credits/*");
        Looks.check(page, "bank-credit-" + width);
        page.click(".bill-list .btn");
        page.waitForURL("**/desk/bank");
        PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("₹700.00 has been booked");
        assertThat(money.invoice(clinic, other).status()).isEqualTo(InvoiceStatus.PAID);
    }

    private static FilePayload statement(String note) {
        var csv = TestBank.HEADINGS
                + TestBank.line("UPI-ASHA RAO-" + note, TestBank.utr(), "1500.00")
                + TestBank.line("=cmd|' /C calc'!A0", TestBank.utr(), "700.00")
                + "04/11/2025,RENT,,900.00,\n";
        return new FilePayload("statement.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void receptionShowsACodeAndBooksWhatIsSeenAtTheBank(int width) {
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.RECEPTIONIST), "/desk/invoices/" + invoice + "/payment");
            page.fill("#amount", "600");
            Looks.check(page, "upi-take-" + width);
            page.click("button[name=show]");
            page.waitForURL("**/desk/upi-payments/*");
            assertThat(asked(QrPicture.read(page.locator(".upi-code")))).containsEntry("am", "600.00");
            page.fill("#utr", "12");
            page.click("main form .btn-primary");
            PlaywrightAssertions.assertThat(page.locator(".cw-error-text")).isVisible();
            Looks.check(page, "upi-desk-" + width);
            page.fill("#utr", TestBank.utr());
            page.click("main form .btn-primary");
            PlaywrightAssertions.assertThat(page.locator("#how")).containsText("Paid: ₹600.00");
            Looks.check(page, "upi-desk-paid-" + width);
            assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(90_000);
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        }
    }

    private static Map<String, String> asked(String link) {
        assertThat(link).startsWith("upi://pay?");
        return Arrays.stream(link.substring("upi://pay?".length()).split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }
}
