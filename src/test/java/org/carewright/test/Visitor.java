package org.carewright.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carewright.identity.Door;
import org.carewright.identity.session.Activity;
import org.carewright.test.TestStaff.Person;

/** One visitor's plain HTTP client with cookies of its own; it follows no redirects. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" (?:value|content)=\"([^\"]+)\"");

    private static final String SECOND_FACTOR = "/second-factor";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "*/*"));
    }

    /** Gets a file. */
    public HttpResponse<byte[]> getBytes(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a proxy on this machine hands a request on. @param forwardedFor what it says of the client */
    public HttpResponse<String> getThroughProxy(String path, String forwardedFor) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("X-Forwarded-For", forwardedFor));
    }

    /** As a page of ours asks by itself, without anyone touching it. */
    public HttpResponse<String> getInBackground(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header(Activity.BACKGROUND, "true"));
    }

    /** Posts JSON to the engine's own REST, with its CSRF token if there is one. */
    public HttpResponse<String> postJson(String path, String json) {
        return sendJson("POST", path, json);
    }

    /** Like {@link #postJson}, with PUT. */
    public HttpResponse<String> putJson(String path, String json) {
        return sendJson("PUT", path, json);
    }

    /** Like {@link #postJson}, with DELETE and nothing to say. */
    public HttpResponse<String> deleteJson(String path) {
        return sendJson("DELETE", path, "");
    }

    private HttpResponse<String> sendJson(String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        cookie("CAMUNDA-XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    /** Posts a form as it is, without a CSRF token. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return postForm(path, fields, Map.of());
    }

    /** Posts a form with further headers. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields, Map<String, String> headers) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Signs in at the desk. */
    /** Posts a form as htmx does. */
    public HttpResponse<String> postHtmx(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public HttpResponse<String> signIn(String email, String password) {
        return signIn(Door.DESK, email, password);
    }

    public HttpResponse<String> signIn(Door door, String email, String password) {
        return postForm(door.signIn(), Map.of("email", email, "password", password, "_csrf", csrfToken(door.signIn())));
    }

    /** Signs in at the desk and returns this visitor. */
    public Visitor signedIn(Person person) {
        return signedIn(Door.DESK, person);
    }

    /** Signs in at the desk with all steps that it takes, and gives the last answer. */
    public HttpResponse<String> signIn(Person person) {
        return signIn(Door.DESK, person);
    }

    private HttpResponse<String> signIn(Door door, Person person) {
        var answer = signIn(door, person.email(), TestStaff.PASSWORD);
        return answer.headers().firstValue("Location").orElse("").endsWith(SECOND_FACTOR)
                ? secondFactor(door, person.code().get())
                : answer;
    }

    /** Takes the second step of signing in at the desk with a code. */
    public HttpResponse<String> secondFactor(String code) {
        return secondFactor(Door.DESK, code);
    }

    private HttpResponse<String> secondFactor(Door door, String code) {
        var page = door.path() + SECOND_FACTOR;
        return postForm(page, Map.of("code", code, "_csrf", csrfToken(page)));
    }

    /** Signs in and returns this visitor. */
    public Visitor signedIn(Door door, Person person) {
        var answer = signIn(door, person);
        if (!answer.headers().firstValue("Location").orElse("sign-in").matches("(?!.*(sign-in|second-factor)).*")) {
            throw new IllegalStateException("Could not sign in: " + answer.statusCode());
        }
        return this;
    }

    /** The token that a page of ours carries for what is posted from it. */
    public String csrfToken(String page) {
        var token = CSRF.matcher(get(page).body());
        return token.find() ? token.group(1) : "";
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
