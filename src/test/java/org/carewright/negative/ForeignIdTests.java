package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.matrix.AccessRule;
import org.carewright.identity.matrix.RoleMatrix;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestObjects;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sends the ids of another clinic, or of another person, to every line of the role matrix that takes an id: the answer is
 * 404 and nothing changes. The twin is one's own object at the same address. A line with a new kind of object fails here
 * until {@link TestObjects} knows how to make one.
 */
@CarewrightTest
class ForeignIdTests {

    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    @LocalServerPort
    int port;

    @Autowired
    RoleMatrix matrix;

    @Autowired
    TestObjects objects;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    private final Map<String, Visitor> browsers = new HashMap<>();
    private final Map<String, ApiClient> apps = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();

    @Test
    void anotherClinicsObjectIsNotFoundOnAnyVerbAndStaysAsItWas() {
        var own = clinics.open();
        var foreign = clinics.open();
        var stranger = staff.of(foreign, Role.RECEPTIONIST);
        var wrong = new ArrayList<String>();
        for (var rule : linesWithIds()) {
            var column = caller(rule);
            // Signed in before anything is made: a passkey would be asked for.
            var person = people.computeIfAbsent(column, one -> signIn(own, one));
            var mine = objects.make(rule.path().getPatternString(), own, person);
            var theirs = objects.make(rule.path().getPatternString(), foreign, stranger);
            if (mine.isEmpty() || theirs.isEmpty()) {
                wrong.add("TestObjects can't make what " + rule + " names");
                continue;
            }
            var before = theirs.get().row().get();
            var refused = send(rule, column, theirs.get().id()).statusCode();
            if (refused != NOT_FOUND) {
                wrong.add(rule + " answers " + refused + " to another's id");
            }
            if (!before.equals(theirs.get().row().get())) {
                wrong.add(rule + " changed another's object");
            }
            var answered = send(rule, column, mine.get().id()).statusCode();
            if (answered == NOT_FOUND || answered >= SERVER_ERROR) {
                wrong.add(rule + " answers " + answered + " to one's own id");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What strangers may open has a secret in its address, not an id. */
    private List<AccessRule> linesWithIds() {
        var lines = matrix.rules().stream()
                .filter(rule -> rule.kind().isMapped() && !rule.isPublic())
                .filter(rule -> rule.path().getPatternString().contains("{"))
                // Operators belong to no clinic, so no clinic is foreign to them.
                .filter(rule -> !rule.reaches().keySet().equals(Set.of("operator")))
                .toList();
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private static String caller(AccessRule rule) {
        return rule.reaches().keySet().stream()
                .filter(column -> !column.equals("operator"))
                .findFirst()
                .orElseThrow();
    }

    private Person person(TestClinic clinic, String column) {
        return column.equals(RoleMatrix.PORTAL) ? staff.portal(clinic) : staff.of(clinic, Role.of(column));
    }

    private Person signIn(TestClinic clinic, String column) {
        var person = person(clinic, column);
        if (column.equals(RoleMatrix.PORTAL)) {
            browsers.put(column, new Visitor(port).signedIn(Door.PORTAL, person));
            apps.put(column, new ApiClient(port).with(token(new ApiClient(port).portalLogin(person))));
        } else {
            browsers.put(column, new Visitor(port).signedIn(person));
            apps.put(column, new ApiClient(port).signedIn(person));
        }
        return person;
    }

    private static String token(JsonNode tokens) {
        return tokens.get("accessToken").asText();
    }

    private HttpResponse<String> send(AccessRule rule, String column, String id) {
        var path = rule.path().getPatternString().replaceAll("\\{[^}]+}", id);
        if (path.startsWith("/api/")) {
            return apps.get(column).send(rule.method(), path, rule.method().equals("GET") ? null : "{}");
        }
        var browser = browsers.get(column);
        if (rule.method().equals("GET")) {
            return browser.get(path);
        }
        var home = column.equals(RoleMatrix.PORTAL) ? "/portal" : "/desk";
        var fields = Map.of(
                "_csrf", browser.csrfToken(home), "by", "clinic", "start", "2026-11-03T10:00", "roles", "receptionist");
        // A mapping of its own takes what htmx sends.
        return path.endsWith("/form") ? browser.postHtmx(path, fields) : browser.postForm(path, fields);
    }
}
