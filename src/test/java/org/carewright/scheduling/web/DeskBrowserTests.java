package org.carewright.scheduling.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.scheduling.Booking;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestWorkday;
import org.carewright.test.TestWorkday.Workday;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A day's work at the desk in a real browser. */
@CarewrightTest
class DeskBrowserTests {

    private static final String PATIENT = "Mira Lindqvist";

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
    void leadsAVisitOverTheBoard() {
        workdays.visit(day, "13:00");
        var page = board(day.reception());
        assertThat(column(page, "Expected")).containsText(PATIENT);

        press(page, "Check in " + PATIENT);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The patient is checked in.");
        assertThat(column(page, "Waiting")).containsText(PATIENT);

        press(page, "Start visit " + PATIENT);
        assertThat(column(page, "In progress")).containsText(PATIENT);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void recordsAVisitAndSaysWhatIsMissing() {
        var booking = workdays.visit(day, "13:00");
        var page = board(day.practitioner());
        press(page, "Check in " + PATIENT);
        follow(page, "Record visit " + PATIENT);

        press(page, "Save");
        var outcome = page.getByLabel("How did the visit go?");
        assertThat(outcome).hasAttribute("aria-invalid", "true");
        assertThat(outcome).hasAccessibleDescription("Please fill this in.");

        outcome.selectOption("as_planned");
        page.getByLabel("Note for the record").fill("Range of motion better");
        press(page, "Save");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The visit is recorded.");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Range of motion better");
        assertThat(workdays.find(day, booking).status()).isEqualTo(AppointmentStatus.COMPLETED);
        follow(page, "Today");
        assertThat(column(page, "Done")).containsText(PATIENT);
    }

    @Test
    void approvesARequestFromTheBoard() {
        var booking = workdays.request(day, "13:00");
        var page = board(day.reception());
        assertThat(column(page, "Waiting for approval")).containsText(PATIENT);

        press(page, "Approve " + PATIENT);

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("approved");
        assertThat(workdays.find(day, booking).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void asksWhyAsSoonAsARequestIsToBeDeclined() {
        var booking = workdays.request(day, "13:00");
        var page = board(day.reception());
        column(page, "Waiting for approval").getByRole(AriaRole.LINK).first().click();
        page.getByText("No, decline it").click();
        page.getByLabel("Why not?").selectOption("not_available");

        press(page, "Save");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("decided");
        assertThat(workdays.find(day, booking).status()).isEqualTo(AppointmentStatus.REJECTED);
    }

    @Test
    void leadsThroughTheCalendarByKeyboard() {
        workdays.visit(day, "13:00");
        var page = browser.signIn(day.reception(), "/desk/calendar");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Later"))
                .press("Enter");
        page.waitForURL("**date=" + day.today().plusDays(1) + "*");
        assertThat(page.locator(".desk-block")).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Earlier"))
                .press("Enter");
        page.waitForURL("**date=" + day.today() + "*");

        page.getByLabel("View").press("ArrowDown");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .press("Enter");
        page.waitForURL("**view=week*");
        assertThat(page.locator("thead th")).hasCount(8);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(PATIENT)))
                .press("Enter");
        page.waitForURL("**/desk/appointments/*");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(PATIENT);
    }

    @Test
    void showsWhereTheVisitStandsInItsProcess() {
        var page = appointment(workdays.visit(day, "13:00"));

        page.waitForSelector("#process-picture[data-drawn=true]");

        assertThat(page.locator("[data-element-id=Task_CheckInPatient].desk-active"))
                .isVisible();
        assertThat(page.locator("[data-element-id=Task_RecordVisit].desk-active"))
                .hasCount(0);
        assertThat(page.locator(".desk-steps")).containsText("Check in patient");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Confirmation");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void movesAVisit() {
        var booking = workdays.visit(day, "13:00");
        var page = appointment(booking);

        page.getByLabel("New start").fill(day.today() + "T15:00");
        press(page, "Move");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The visit is moved");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("15:00–16:00");
    }

    @Test
    void saysWhenTheNewTimeIsTaken() {
        workdays.visit(day, "15:00");
        var booking = workdays.visit(day, "13:00");
        var page = appointment(booking);

        page.getByLabel("New start").fill(day.today() + "T15:00");
        press(page, "Move");

        assertThat(page.locator(".cw-notice")).containsText("Someone else took this time");
        assertThat(workdays.find(day, booking).start()).isEqualTo(booking.start());
    }

    @Test
    void cancelsAVisit() {
        var booking = workdays.visit(day, "13:00");
        var page = appointment(booking);

        page.getByText("Cancel this visit").click();
        page.getByLabel("The clinic (free for the patient)").check();
        press(page, "Cancel the visit");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The visit is cancelled");
        assertThat(workdays.find(day, booking).status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void booksAtAFreeTime() {
        var page = findTimes();

        page.getByLabel("14:00").first().check();
        describePatient(page);
        press(page, "Book");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The visit is booked");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("14:00–15:00");
    }

    @Test
    void booksAnywayForAReasonOnly() {
        workdays.visit(day, "13:00");
        var page = findTimes();
        describePatient(page);
        page.getByText("Book anyway at another time").click();
        page.locator("#anywayStart").fill(day.today() + "T13:30");

        press(page, "Book");
        assertThat(page.locator(".cw-notice")).containsText("Say why");

        page.locator("#anywayReason").fill("Pain since this morning");
        press(page, "Book");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The visit is booked");
        follow(page, "Today");
        assertThat(column(page, "Expected")).containsText("Booked anyway");
    }

    private Page board(Person person) {
        return browser.signIn(person, "/desk");
    }

    private Page appointment(Booking booking) {
        return browser.signIn(day.reception(), "/desk/appointments/" + booking.appointmentId());
    }

    private Page findTimes() {
        var page = browser.signIn(day.reception(), "/desk/book");
        page.locator("#serviceId").selectOption(day.practice().visit().toString());
        press(page, "Find times");
        return page;
    }

    private static void describePatient(Page page) {
        page.getByLabel("Given name").fill("Noor");
        page.getByLabel("Family name").fill("Haddad");
        page.getByLabel("E-mail address").fill("noor@patient.example");
        page.getByLabel("By e-mail").check();
        page.getByLabel("The clinic may keep these details").check();
    }

    private static Locator column(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void follow(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
