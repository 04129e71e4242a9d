package org.carewright.billing.refund;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.carewright.identity.Role;
import org.carewright.messaging.MessageLog;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestVisits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A refund from the desk through the real Tasklist to the provider, the ledger and the patient (BIL-4). */
@CarewrightTest
class RefundTasklistBrowserTests {

    private static final long PAISE = 150_000;
    private static final String TASKS = ".tasks-list li.task";

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestPaid paid;

    @Autowired
    TestRuns runs;

    @Autowired
    TestStaff staff;

    @Autowired
    Refunds refunds;

    @Autowired
    MessageLog messages;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestJobs jobs;

    private TestClinic clinic;
    private UUID payment;
    private UUID invoice;

    @BeforeEach
    void pay() {
        var practice = visits.open();
        clinic = practice.clinic();
        invoice = paid.invoice(clinic, runs.reachablePatient(practice), PAISE);
        payment = paid.paidAtRazorpay(clinic, invoice, PAISE);
        paid.told(clinic, payment);
    }

    @Test
    void anotherPersonApprovesInTasklistAndTheMoneyGoesBack() {
        var asks = staff.of(clinic, Role.BILLING);
        try (var first = StaffBrowser.on(port);
                var second = StaffBrowser.on(port)) {
            var page = first.signIn(asks, "/desk/payments/" + payment + "/refund");
            page.fill("#amount", "600");
            page.selectOption("#reason", "goodwill");
            page.click("main form .btn-primary");
            page.waitForURL("**/invoices/*");
            assertThat(page.locator(".bill-refunds")).containsText("Asked for");

            var own = approve(tasklist(first, page));
            assertThat(own.status()).isEqualTo(409);
            assertThat(page.getByText("Somebody else has to decide on what you asked for."))
                    .isVisible();
            assertThat(refund().status()).isEqualTo(RefundStatus.REQUESTED);
            giveBack();

            var other = approve(tasklist(second, second.signIn(staff.of(clinic, Role.MANAGER), "/desk")));
            assertThat(other.ok()).isTrue();
        }
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(refund().id().toString())
                .singleResult()
                .getId();
        jobs.runDue(instance);
        assertThat(refund().status()).isEqualTo(RefundStatus.ISSUED);
        assertThat(refund().providerRef()).startsWith("rfnd_");
        assertThat(money.balance(clinic, "money")).isEqualTo(PAISE - 60_000);
        assertThat(money.balance(clinic, "refund_due")).isZero();
        assertThat(scheduling.in(clinic, () -> messages.of("refund", refund().id())))
                .hasSize(1);
    }

    private Refund refund() {
        List<Refund> all = scheduling.in(clinic, () -> refunds.ofPayment(payment));
        return all.get(0);
    }

    private static Page tasklist(StaffBrowser browser, Page page) {
        browser.open(page, "/camunda/app/tasklist/default/");
        page.waitForSelector("[cam-widget-header] .app-banner");
        return page;
    }

    /** Leaves the task to others. */
    private void giveBack() {
        var task = tasks.createTaskQuery()
                .tenantIdIn(clinic.id().toString())
                .taskAssigned()
                .singleResult();
        tasks.setAssignee(task.getId(), null);
    }

    private static Locator open(Page page) {
        page.locator(TASKS).getByText("Approve refund").first().click();
        var form = page.locator(".fjs-container");
        form.waitFor();
        assertThat(form).containsText("₹600.00");
        return form;
    }

    private static Response approve(Page page) {
        var form = open(page);
        page.click("[ng-click=\"claim()\"]");
        page.waitForSelector("[ng-click=\"unclaim()\"]");
        form.locator("input[type=radio]").first().check();
        return page.waitForResponse(
                "**/submit-form", () -> page.click(".form-actions button[ng-click=\"complete()\"]"));
    }
}
