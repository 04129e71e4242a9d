package org.carewright.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestWorkday;
import org.carewright.test.TestWorkday.Workday;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reception and practitioner complete their tasks in the real Tasklist, in a real browser. */
@CarewrightTest
class TasklistBrowserTests {

    private static final String PATIENT = "Mira Lindqvist";
    private static final String TASKS = ".tasks-list li.task";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    TestWorkday workdays;

    private StaffBrowser browser;
    private Workday day;

    @BeforeEach
    void open() {
        day = workdays.begin();
        browser = StaffBrowser.on(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void receptionApprovesARequest() {
        var booking = workdays.request(day, "13:00");
        var page = tasklist(day.reception());

        openTask(page, "Approve booking");
        assertThat(form(page)).containsText(PATIENT);
        assertThat(form(page)).containsText("Assessment · Dana Reed");
        claim(page);
        form(page).getByLabel("Yes, confirm it").check();
        complete(page);

        awaitStatus(booking, AppointmentStatus.CONFIRMED);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void receptionChecksInAndThePractitionerRecordsTheVisit() {
        var booking = workdays.visit(day, "13:00");
        var page = tasklist(day.reception());
        openTask(page, "Check in patient");
        assertThat(form(page)).containsText(PATIENT);
        claim(page);
        complete(page);
        awaitStatus(booking, AppointmentStatus.CHECKED_IN);

        try (var room = StaffBrowser.on(port)) {
            var practitioners = tasklist(room, day.practitioner());
            openTask(practitioners, "Record visit");
            assertThat(form(practitioners)).containsText(PATIENT);
            form(practitioners).locator(".fjs-select-display").click();
            form(practitioners).getByText("Took place as planned").click();
            form(practitioners).getByLabel("Note for the record").fill("Range of motion better");
            complete(practitioners);

            awaitStatus(booking, AppointmentStatus.COMPLETED);
            assertThat(room.complaints()).isEmpty();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void tellsWhatIsMissingBeforeAnythingIsSent() {
        var booking = workdays.request(day, "13:00");
        var page = tasklist(day.reception());
        openTask(page, "Approve booking");
        claim(page);

        complete(page);

        assertThat(form(page)).containsText("Field is required.");
        assertThat(workdays.find(day, booking).status()).isEqualTo(AppointmentStatus.REQUESTED);
    }

    @Test
    void showsInWordsWhatTheServerRefuses() {
        var booking = workdays.request(day, "13:00");
        var page = tasklist(day.reception());
        openTask(page, "Approve booking");
        claim(page);
        form(page).getByLabel("Yes, confirm it").check();
        page.route(
                "**/submit-form",
                route -> route.resume(new Route.ResumeOptions()
                        .setPostData(route.request().postData().replace("approved", "perhaps"))));

        complete(page);

        assertThat(page.getByText("Can the clinic offer this visit?: Please choose one of the options."))
                .isVisible();
        assertThat(workdays.find(day, booking).status()).isEqualTo(AppointmentStatus.REQUESTED);
    }

    @Test
    void refusesValuesTheFormDoesNotKnow() {
        var booking = workdays.request(day, "13:00");
        var api = "/camunda/api/engine/engine/default/task/";
        var reception = new Visitor(port).signedIn(day.reception());
        reception.get("/camunda/app/tasklist/default/");
        var task = reception.get(api + "?maxResults=10").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

        var answer = reception.postJson(
                api + task + "/submit-form",
                """
                {"variables": {"approval": {"value": "approved"}, "patientName": {"value": "Somebody else"}}}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("patientName").doesNotContain("Somebody else");
        assertThat(workdays.find(day, booking).status()).isEqualTo(AppointmentStatus.REQUESTED);
    }

    @Test
    void leavesNothingOfAFormInTheBrowser() {
        workdays.visit(day, "13:00");
        workdays.request(day, "14:00");
        var page = tasklist(day.reception());
        openTask(page, "Approve booking");
        claim(page);
        form(page).getByLabel("No, decline it").check();
        // The button is hidden; whoever finds it anyway, or whose session ends while typing, leaves nothing either.
        page.locator(".form-actions button[ng-click=\"save($event)\"]").dispatchEvent("click");
        openTask(page, "Check in patient");
        page.reload();
        form(page).waitFor();

        var kept =
                page.evaluate("JSON.stringify([localStorage, sessionStorage])").toString();
        assertThat(kept).doesNotContain("declined", "Lindqvist", "camunda-form");
    }

    @Test
    void anotherClinicSeesNothing() {
        workdays.request(day, "13:00");
        var elsewhere = workdays.begin();
        var page = tasklist(elsewhere.reception());

        page.waitForSelector("text=No task matching filters found.");

        assertThat(page.locator(TASKS)).hasCount(0);
    }

    private Page tasklist(Person person) {
        return tasklist(browser, person);
    }

    /** From the desk into Tasklist, as people go; nobody signs in again. */
    private static Page tasklist(StaffBrowser browser, Person person) {
        var page = browser.signIn(person, "/desk");
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Tasks"))
                .click();
        page.waitForSelector("[cam-widget-header] .app-banner");
        return page;
    }

    private static void openTask(Page page, String name) {
        page.locator(TASKS).getByText(name).first().click();
        assertThat(page.locator("[cam-tasklist-task] h2.task-name, .task-card h2")
                        .first())
                .containsText(name);
        form(page).waitFor();
    }

    private static Locator form(Page page) {
        return page.locator(".fjs-container");
    }

    private static void claim(Page page) {
        page.click("[ng-click=\"claim()\"]");
        page.waitForSelector("[ng-click=\"unclaim()\"]");
    }

    private static void complete(Page page) {
        page.click(".form-actions button[ng-click=\"complete()\"]");
    }

    private void awaitStatus(Booking booking, AppointmentStatus status) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(workdays.find(day, booking).status()).isEqualTo(status));
    }
}
