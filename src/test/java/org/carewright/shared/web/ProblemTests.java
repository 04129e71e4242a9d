package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CarewrightTest
class ProblemTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SERVICE = "00000000-0000-0000-0000-000000000001";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    private HttpResponse<String> send(String method, String path, String body, String type) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        var slug = clinics.open().slug();
        return send("POST", "/api/v1/public/clinics/" + slug + "/holds", body, "application/json");
    }

    @Test
    void unknownApiAddressesAreNotFoundAsProblems() throws Exception {
        var answer = send("GET", "/api/v1/public/nowhere", "", "text/plain");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not_found\"");
    }

    @Test
    void brokenJsonIsRefused() throws Exception {
        var answer = post("{\"serviceId\":");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"malformed_json\"");
    }

    @Test
    void membersThatCanNotBeSetAreNamed() throws Exception {
        var answer = post("{\"serviceId\":\"" + SERVICE + "\",\"durationMinutes\":5}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"unknown_member\"", "\"field\":\"durationMinutes\"");
    }

    @Test
    void missingMembersAreNamed() throws Exception {
        var answer = post("{}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"code\":\"invalid_request\"", "\"field\":\"serviceId\"", "\"code\":\"required\"");
    }

    @Test
    void valuesOfTheWrongTypeAreNamedButNotRepeated() throws Exception {
        var answer = post("{\"serviceId\":\"secret-value\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"serviceId\"").doesNotContain("secret-value");
    }

    @Test
    void otherMethodsAndMediaTypesAreRefused() throws Exception {
        var holds = "/api/v1/public/clinics/" + clinics.open().slug() + "/holds";
        var method = send("PUT", holds, "{}", "application/json");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        assertThat(send("POST", holds, "x", "text/plain").body()).contains("\"code\":\"unsupported_media_type\"");
    }

    @Test
    void problemsOnPagesBecomePagesWithTheirStatus() throws Exception {
        var answer = send("GET", "/c/no-such-clinic/book", "", "text/plain");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<html", "<h1>").doesNotContain("not_found");
    }
}
