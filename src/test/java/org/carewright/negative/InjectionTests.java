package org.carewright.negative;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.negative.HostileClinic.EVALUATED;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.carewright.documents.PdfText;
import org.carewright.identity.Door;
import org.carewright.identity.matrix.AccessRule;
import org.carewright.identity.matrix.RoleMatrix;
import org.carewright.negative.HostileClinic.Opened;
import org.carewright.negative.HostileClinic.Text;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMail;
import org.carewright.test.TestObjects;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestVisits;
import org.carewright.test.TestWorkday;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What somebody typed is shown as they typed it, everywhere: on every page of the role matrix, in Tasklist and Cockpit,
 * in mails and files. Nothing becomes an element, ends an attribute, is computed, is a formula or a header.
 */
@CarewrightTest
class InjectionTests {

    private static final Pattern CELL_WITH_FORMULA = Pattern.compile("(?m)(^|,)\"?[=+@\\t-](?!\\d)");
    /** In each of the texts. */
    private static final String MARK = "cw-injected";

    private static final Set<String> OUR_OWN = Set.of("/sandbox", "/dev");

    @LocalServerPort
    int port;

    @Autowired
    HostileClinic hostile;

    @Autowired
    RoleMatrix matrix;

    @Autowired
    TestObjects objects;

    @Autowired
    TestWorkday workdays;

    @Autowired
    TestVisits visits;

    @Autowired
    TestStaff staff;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestMail mail;

    @Autowired
    SandboxFixture sandbox;

    private Opened here;

    private void open(Text text) {
        here = hostile.open(text);
    }

    @ParameterizedTest
    @EnumSource
    void noPageShowsItAsAnythingButText(Text text) {
        open(text);
        discloseAndCancel();
        var people = people();
        var wrong = new ArrayList<String>();
        var shown = new TreeSet<String>();
        for (var rule : pages()) {
            var column =
                    people.keySet().stream().filter(rule.reaches()::containsKey).findFirst();
            var path = column.flatMap(one -> path(rule));
            if (path.isEmpty()) {
                continue;
            }
            var visitor = people.get(column.get());
            var answer = visitor.get(path.get());
            if (type(answer).startsWith("application/pdf")) {
                var words = PdfText.of(visitor.getBytes(path.get()).body()).replaceAll("\\s", "");
                assertThat(words).as(path.get()).doesNotContain(EVALUATED);
                if (words.contains(MARK)) {
                    shown.add(rule.path().getPatternString());
                }
                continue;
            }
            if (answer.statusCode() >= 500) {
                wrong.add(rule + " answers " + answer.statusCode());
            }
            problem(answer).ifPresent(what -> wrong.add(rule + " " + what));
            if (answer.statusCode() == 200 && shows(answer)) {
                shown.add(rule.path().getPatternString());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(shown)
                .as("pages that show what was typed")
                .contains(
                        "/c/{slug}/book",
                        "/m/{token}",
                        "/desk",
                        "/desk/calendar",
                        "/desk/appointments/{id}",
                        "/desk/patients",
                        "/desk/patients/{patientId}",
                        "/desk/patients/{patientId}/edit",
                        "/desk/disclosures/{patientId}",
                        "/desk/disclosures/{patientId}/file.csv",
                        "/desk/audit",
                        "/desk/audit/export.csv",
                        "/desk/onboarding",
                        "/desk/onboarding/{id}/intake",
                        "/desk/invoices",
                        "/desk/invoices/{invoiceId}",
                        "/desk/patients/{patientId}/billing",
                        "/portal/invoices/{invoiceId}",
                        "/desk/staff",
                        "/desk/settings/api-keys",
                        "/portal",
                        "/desk/settings/billing",
                        "/desk/settings/consents",
                        "/desk/settings/consents/{definitionId}",
                        "/desk/patients/{patientId}/consents",
                        "/portal/patients/{patientId}/consents",
                        "/ops/clinics",
                        "/m/{token}/visit.ics",
                        "/desk/patients/{patientId}/card.pdf",
                        "/desk/patients/{patientId}/statement.pdf",
                        "/desk/payments/{paymentId}/receipt.pdf",
                        "/desk/onboarding/poster.pdf",
                        "/desk/consents/{consentId}/consent.pdf",
                        "/portal/consents/{consentId}/consent.pdf");
    }

    @ParameterizedTest
    @EnumSource
    void noMailShowsItAsAnythingButText(Text text) {
        open(text);
        var mails = new ArrayList<>(sandbox.sentTo(here.email()));
        mails.addAll(sandbox.sentTo("other-" + here.email()));
        mails.addAll(mail.to(here.invited()));

        assertThat(mails).hasSizeGreaterThanOrEqualTo(3).allSatisfy(sent -> {
            assertThat(sent.subject()).doesNotContain("\r", "\n", EVALUATED);
            assertThat(sent.body()).doesNotContain(EVALUATED);
            assertThat(sent.html()).doesNotContain(EVALUATED).doesNotContain(text.raw());
        });
        assertThat(mails).anySatisfy(sent -> assertThat(sent.html()).contains(MARK));
        assertThat(mails).anySatisfy(sent -> assertThat(sent.body()).contains(text.typed()));
    }

    @ParameterizedTest
    @EnumSource
    void aTextMessageSaysItAsItWasTyped(Text text) {
        open(text);

        assertThat(sandbox.sentTo(here.phone()))
                .isNotEmpty()
                // A long name is shortened, a text message being what it is.
                .allSatisfy(sent -> assertThat(sent.body())
                        .contains(text.typed().substring(0, 40))
                        .doesNotContain(EVALUATED));
    }

    /** As a clinic's names are set by people who may, nothing refuses a line break in them where they are stored. */
    @Test
    void aLineBreakInTheClinicsNamesBeginsNoLineOfACalendarFileNorAHeader() {
        open(Text.SCRIPT);
        var name = "Harbour\r\nX-CW-INJECTED:1\nBEGIN:VALARM";
        hostile.rename(here, name);

        var file = new Visitor(port).get(here.visit().manageUrl().replaceAll("^https?://[^/]+", "") + "/visit.ics");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines())
                .anyMatch(line -> line.contains("Harbour"))
                .noneMatch(line -> line.startsWith("X-CW-INJECTED") || line.startsWith("BEGIN:VALARM"));
        assertThat(file.headers().map().keySet()).noneMatch(header -> header.equalsIgnoreCase("X-CW-INJECTED"));
        discloseAndCancel();
        jobs.runDue(workdays.find(here.day(), here.request()).processInstanceId());
        assertThat(sandbox.sentTo("other-" + here.email())).isNotEmpty().allSatisfy(sent -> assertThat(sent.subject())
                .doesNotContain("\r", "\n"));
    }

    /** A line break would begin a header of a mail or a line of a calendar file. */
    @Test
    void aNameWithALineBreakIsRefused() {
        open(Text.SCRIPT);
        var app = new ApiClient(port);
        for (var name : List.of("Mira\r\nBcc: all@evil.example", "Mira\nBEGIN:VEVENT", "Mira\u0000", "Mira\u2028x")) {
            var form = TestVisits.form();
            form.put("givenName", name);

            assertThat(book(app, form).statusCode()).as(name).isEqualTo(422);
        }
        assertThat(book(app, TestVisits.form()).statusCode()).isEqualTo(201);
    }

    @Test
    void neitherTasklistNorCockpitTakesItForAnythingButText() {
        open(Text.ELEMENT_AND_EXPRESSIONS);
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(here.day().reception(), "/camunda/app/tasklist/default/");
            page.waitForSelector("[cam-widget-header] .app-banner");
            page.locator("[cam-tasks] li.task, .tasks-list li.task")
                    .getByText("Check in patient")
                    .first()
                    .click();
            assertThat(page.locator(".fjs-container")).containsText("<" + MARK);
            checkEngine(page);
        }
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(here.day().manager(), "/camunda/app/cockpit/default/");
            page.waitForSelector("[cam-widget-header] .app-banner");
            browser.open(
                    page,
                    "/camunda/app/cockpit/default/#/process-instance/"
                            + workdays.find(here.day(), here.visit()).processInstanceId() + "/runtime");
            assertThat(page.locator(".ctn-content-bottom")).containsText("appointmentId");
            checkEngine(page);
        }
    }

    private static void checkEngine(Page page) {
        assertThat(page.locator(MARK)).hasCount(0);
        assertThat(page.content()).doesNotContain(EVALUATED);
    }

    private HttpResponse<String> book(ApiClient app, Map<String, Object> form) {
        var day = here.day();
        return app.post(
                "/api/v1/public/clinics/" + day.practice().clinic().slug() + "/appointments",
                Map.of(
                        "serviceId",
                        day.practice().visit(),
                        "start",
                        day.today().atTime(16, 0).atZone(day.zone()).toInstant().toString(),
                        "form",
                        form));
    }

    /** What only pages can type. */
    private void discloseAndCancel() {
        var manager = new Visitor(port).signedIn(here.day().manager());
        var disclosures = "/desk/disclosures/" + here.patient();
        post(
                manager,
                disclosures,
                disclosures,
                Map.of(
                        "disclosedOn",
                        "2025-02-03",
                        "recipient",
                        here.text().typed(),
                        "recipientAddress",
                        here.text().typed(),
                        "description",
                        here.text().typed(),
                        "purpose",
                        here.text().typed()));
        post(
                manager,
                "/desk/appointments/" + here.request().appointmentId() + "/cancel",
                "/desk",
                Map.of("by", "clinic", "reason", here.text().typed()));
    }

    private static void post(Visitor visitor, String path, String page, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", visitor.csrfToken(page));
        assertThat(visitor.postForm(path, form).statusCode()).as(path).isEqualTo(302);
    }

    private Map<String, Visitor> people() {
        var people = new LinkedHashMap<String, Visitor>();
        people.put(RoleMatrix.STRANGER, new Visitor(port));
        people.put("manager", new Visitor(port).signedIn(here.day().manager()));
        people.put("practitioner", new Visitor(port).signedIn(here.day().practitioner()));
        people.put("operator", new Visitor(port).signedIn(staff.operator()));
        people.put(RoleMatrix.PORTAL, new Visitor(port).signedIn(Door.PORTAL, here.family()));
        return people;
    }

    private List<AccessRule> pages() {
        var pages = matrix.rules().stream()
                .filter(rule ->
                        rule.kind() == AccessRule.Kind.PAGE && rule.method().equals("GET"))
                .filter(rule -> OUR_OWN.stream()
                        .noneMatch(place -> rule.path().getPatternString().startsWith(place)))
                .toList();
        assertThat(pages).isNotEmpty();
        return pages;
    }

    /** Empty where only a secret of a mail leads; the mails are looked at by themselves. */
    private Optional<String> path(AccessRule rule) {
        var pattern = rule.path().getPatternString();
        var slug = here.day().practice().clinic().slug();
        var token = here.visit().manageUrl().replaceAll(".*/", "");
        var path = pattern.replace("{slug}", slug)
                .replace("{patientId}", here.patient().toString());
        if (path.startsWith("/desk/appointments/")) {
            path = path.replace("{id}", here.visit().appointmentId().toString());
        }
        if (path.startsWith("/desk/onboarding/")) {
            path = path.replace("{id}", here.papers().onboarding().toString());
        }
        path = path.replace("{invoiceId}", here.papers().invoice().toString());
        path = path.replace("{paymentId}", here.papers().payment().toString())
                .replace("{consentId}", here.papers().consent().toString())
                .replace("{definitionId}", here.papers().definition().toString())
                .replace("{clinicId}", here.day().practice().clinic().id().toString());
        if (path.startsWith("/m/")) {
            path = path.replace("{token}", token);
        }
        if (path.equals("/desk/invite/{token}")) {
            path = mail.linkTo(here.invited());
        }
        if (path.equals("/portal/register")) {
            path += "?clinic=" + slug;
        }
        if (!path.contains("{")) {
            return Optional.of(path);
        }
        Person owner = here.day().manager();
        var filled = path;
        return rule.isPublic()
                ? Optional.empty()
                : objects.make(pattern, here.day().practice().clinic(), owner)
                        .map(made -> filled.replaceAll("\\{[^}]+}", made.id()));
    }

    private Optional<String> problem(HttpResponse<String> answer) {
        var body = answer.body();
        if (body.contains(EVALUATED)) {
            return Optional.of("computes it");
        }
        if (type(answer).startsWith("text/html") && here.text().raw().stream().anyMatch(body::contains)) {
            return Optional.of("shows it as markup");
        }
        if (type(answer).startsWith("text/csv")
                && CELL_WITH_FORMULA.matcher(body).find()) {
            return Optional.of("has a formula");
        }
        return Optional.empty();
    }

    /** A calendar file folds its lines. */
    private static boolean shows(HttpResponse<String> answer) {
        return answer.body().replace("\r\n ", "").contains(MARK);
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
