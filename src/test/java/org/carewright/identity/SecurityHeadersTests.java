package org.carewright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CarewrightTest
class SecurityHeadersTests {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    @LocalServerPort
    int port;

    @Autowired
    TestStaff staff;

    private Visitor operator;

    @BeforeEach
    void signIn() {
        operator = new Visitor(port).signedIn(staff.operator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/desk/sign-in", "/nowhere", COCKPIT, "/camunda/api/engine/engine/", "/assets/theme.css"})
    void sendsEachHeaderOnce(String path) {
        var headers = operator.get(path).headers();

        for (var name : List.of(
                "Content-Security-Policy",
                "X-Frame-Options",
                "X-Content-Type-Options",
                "Referrer-Policy",
                "Permissions-Policy")) {
            assertThat(headers.allValues(name)).as(name).hasSize(1);
        }
    }

    @Test
    void allowsNoScriptWithoutTheRequestsNonceOnOwnPages() {
        var page = operator.get("/");

        assertThat(policy(page))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("nonce=\"" + nonce(page) + "\"");
        assertThat(nonce(operator.get("/"))).isNotEqualTo(nonce(page));
    }

    @Test
    void putsTheRequestsNonceOnTheScriptsOfTheEnginesPages() {
        var page = operator.get(COCKPIT);
        var scripts = page.body().split("<script ", -1).length - 1;

        assertThat(policy(page)).doesNotContain("unsafe-eval").contains("'strict-dynamic'");
        assertThat(scripts).isPositive();
        assertThat(page.body().split(Pattern.quote("nonce=\"" + nonce(page) + "\""), -1))
                .hasSize(scripts + 1);
    }

    @Test
    void keepsPagesButNotFilesOutOfCaches() {
        assertThat(operator.get("/desk/sign-in")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
        assertThat(operator.get("/assets/theme.css")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .doesNotContain("no-store");
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String nonce(HttpResponse<String> page) {
        return policy(page).replaceAll("(?s).*?'nonce-([^']+)'.*", "$1");
    }
}
