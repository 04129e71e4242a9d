package org.carewright.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.carewright.test.TestStaff.Person;

/** An app that talks to the API: no cookies, a token or key if it has one. */
public final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String bearer;

    public ApiClient(int port) {
        this("http://localhost:" + port, null);
    }

    private ApiClient(String base, String bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    /** The same app with that token or key. */
    public ApiClient with(String credential) {
        return new ApiClient(base, credential);
    }

    /** The app of someone who has just signed in. */
    public ApiClient signedIn(Person person) {
        return with(login(person).get("accessToken").asText());
    }

    /** What sign-in of staff gives, the second factor included. */
    public JsonNode login(Person person) {
        return login("staff", person);
    }

    /** What sign-in of a patient or family member gives. */
    public JsonNode portalLogin(Person person) {
        return login("patient", person);
    }

    private JsonNode login(String door, Person person) {
        var answer = post(
                "/api/v1/auth/" + door + "/login", Map.of("email", person.email(), "password", TestStaff.PASSWORD));
        if (answer.statusCode() == 401 && json(answer).has("challengeToken")) {
            var challenge = json(answer).get("challengeToken").asText();
            answer = post(
                    "/api/v1/auth/second-factor",
                    Map.of("challengeToken", challenge, "code", person.code().get()));
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Could not sign in: " + answer.statusCode());
        }
        return json(answer);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    public HttpResponse<String> post(String path, Map<String, ?> body) {
        try {
            return send("POST", path, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a key of the request's own, so that sending it again does nothing twice. */
    public HttpResponse<String> postOnce(String path, String key, Map<String, ?> body) {
        try {
            return send("POST", path, JSON.writeValueAsString(body), key);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param body JSON, null for none */
    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, null);
    }

    private HttpResponse<String> send(String method, String path, String body, String key) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
