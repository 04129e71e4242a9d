package org.carewright.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestWorkday;
import org.carewright.test.TestWorkday.Workday;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What operators and managers see of visits in the real Cockpit, in a real browser. */
@CarewrightTest
class CockpitBrowserTests {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String DOTS = "•••";

    @LocalServerPort
    int port;

    @Autowired
    TestWorkday workdays;

    @Autowired
    TestStaff staff;

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
    void operatorsSeeDotsInPlaceOfThePatient() {
        var booking = workdays.visit(day, "13:00");
        var page = instance(staff.operator(), booking);

        assertThat(variable(page, "appointmentId"))
                .containsText(booking.appointmentId().toString());
        assertThat(variable(page, "patientName")).containsText(DOTS);
        assertThat(variable(page, "visitSummary")).containsText(DOTS);
        assertThat(page.content()).doesNotContain("Lindqvist", "Dana Reed");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void operatorsSeeWhatIsStuck() {
        var booking = workdays.stuckVisit(day, "13:00");
        var page = instance(staff.operator(), booking);

        page.getByText("Incidents", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();

        assertThat(page.locator(".ctn-content-bottom")).containsText("Send confirmation e-mail");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void managersSeeTheInstancesOfTheirClinicOnly() {
        var own = workdays.visit(day, "13:00");
        var foreign = workdays.begin();
        var other = workdays.visit(foreign, "13:00");
        var page = instance(day.manager(), own);
        assertThat(variable(page, "appointmentId"))
                .containsText(own.appointmentId().toString());

        open(page, foreign, other);

        page.waitForURL("**/default/#/dashboard*");
        assertThat(page.content()).doesNotContain(other.appointmentId().toString());
    }

    private Page instance(Person person, Booking booking) {
        var page = browser.signIn(person, COCKPIT);
        page.waitForSelector("[cam-widget-header] .app-banner");
        open(page, day, booking);
        return page;
    }

    private void open(Page page, Workday where, Booking booking) {
        browser.open(
                page,
                COCKPIT + "#/process-instance/" + workdays.find(where, booking).processInstanceId() + "/runtime");
    }

    private static Locator variable(Page page, String name) {
        return page.locator(".ctn-content-bottom tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }
}
