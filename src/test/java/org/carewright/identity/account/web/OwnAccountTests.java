package org.carewright.identity.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.test.ApiClient.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.carewright.identity.Role;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One's own account, through the API and at the desk (IAM-2, IAM-6). */
@CarewrightTest
class OwnAccountTests {

    private static final String ME = "/api/v1/auth/me";
    private static final String PASSWORD = "violet otter nine lanterns";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    private TestClinic clinic;
    private ApiClient app;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        app = new ApiClient(port);
    }

    @Test
    void staffChangeTheirNameAndLanguage() {
        changes(app.signedIn(staff.of(clinic, Role.RECEPTIONIST)));
    }

    @Test
    void patientsChangeTheirNameAndLanguage() {
        changes(app.with(
                app.portalLogin(staff.portal(clinic)).get("accessToken").asText()));
    }

    @Test
    void operatorsChangeTheirNameAndLanguage() {
        changes(app.signedIn(staff.operator()));
    }

    private static void changes(ApiClient signedIn) {
        var before = json(signedIn.get(ME));

        var answer = put(signedIn, "{\"name\": \" Nora Quist \", \"language\": \"ja\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        var after = json(signedIn.get(ME));
        assertThat(after).isEqualTo(json(answer));
        assertThat(after.get("displayName").asText()).isEqualTo("Nora Quist");
        assertThat(after.get("language").asText()).isEqualTo("ja");
        for (var kept : new String[] {"id", "clinicId", "door", "email", "roles"}) {
            assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
        }
    }

    @Test
    void refusesALanguageWeHaveNoTextsInAndANameThatCantBeShown() {
        var signedIn = app.signedIn(staff.of(clinic, Role.RECEPTIONIST));

        assertThat(put(signedIn, "{\"name\": \"Nora\", \"language\": \"tlh\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("\"field\":\"language\""));
        assertThat(put(signedIn, "{\"name\": \"No\\u202era\", \"language\": \"en\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("\"field\":\"name\""));
        assertThat(put(signedIn, "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void anOperatorChangesTheirPasswordOnlyWithTheCurrentOneAndSignsInAnew() {
        var operator = staff.operator();
        var browser = new Visitor(port).signedIn(operator);
        var elsewhere = new Visitor(port).signedIn(operator);
        assertThat(browser.get("/desk/security").body()).contains("/desk/password");

        assertThat(change(browser, "not the current one").statusCode()).isEqualTo(422);
        assertThat(elsewhere.get("/desk/security").statusCode()).isEqualTo(200);
        assertThat(location(change(browser, TestStaff.PASSWORD))).endsWith("/desk/sign-in?reset");

        assertThat(elsewhere.get("/desk/security").statusCode()).isNotEqualTo(200);
        assertThat(location(new Visitor(port).signIn(operator.email(), TestStaff.PASSWORD)))
                .endsWith("?refused");
        assertThat(location(new Visitor(port).signIn(operator.email(), PASSWORD)))
                .endsWith("/second-factor");
    }

    private static HttpResponse<String> change(Visitor browser, String current) {
        var page = "/desk/password";
        return browser.postForm(
                page, Map.of("current", current, "password", PASSWORD, "_csrf", browser.csrfToken(page)));
    }

    private static HttpResponse<String> put(ApiClient signedIn, String body) {
        return signedIn.send("PUT", ME, body);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
