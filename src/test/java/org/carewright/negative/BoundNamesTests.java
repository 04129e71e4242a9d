package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What can be sent into each mapping that changes something is what {@code bound-names.txt} says. A form object or body
 * that grows a member fails here until somebody has written it down, having asked whether whoever sends it may set it;
 * {@code -Dcarewright.bound-names.write=true} writes the list, the question stays.
 * Where a handler picks from the whole form ({@code *}), {@link FormAssignmentTests} sends more than it asks for.
 */
@CarewrightTest
class BoundNamesTests {

    /** Writes the list anew; what has come is then read in the change before it is kept. */
    private static final String WRITE = "carewright.bound-names.write";

    private static final Path LIST = Path.of("src/test/resources/org/carewright/negative/bound-names.txt");

    /** Other people's addresses: what a provider sends, or the sandbox's stand-in for one is sent. */
    private static final String OTHERS = "org.carewright.integrations";

    /** Whose something is, who made it and what it has come to are never the sender's to say. */
    private static final Set<String> NEVER = Set.of(
            "clinicId",
            "clinic_id",
            "accountId",
            "createdBy",
            "createdAt",
            "signedAt",
            "updatedAt",
            "passwordHash",
            "securityStamp",
            "verified",
            "emailVerifiedAt",
            "paidMinor",
            "openMinor",
            "priceMinor",
            "number",
            "demo",
            "mergedInto");

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void everyMappingTakesTheNamesWrittenDownForItAndNoOthers() throws IOException {
        var file = Files.readAllLines(LIST);
        var listed = file.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (Boolean.getBoolean(WRITE)) {
            var words = file.stream().filter(line -> line.startsWith("#"));
            Files.write(LIST, Stream.concat(words, lines().stream()).toList());
            return;
        }

        assertThat(lines()).containsExactlyElementsOf(listed);
    }

    @Test
    void noMappingTakesWhoseSomethingIsOrWhatItHasComeTo() {
        assertThat(lines()).allSatisfy(line -> assertThat(names(line)).as(line).doesNotContainAnyElementsOf(NEVER));
    }

    private static Set<String> names(String line) {
        return Stream.of(line.substring(line.indexOf('|') + 1).trim().split(" "))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    private List<String> lines() {
        var lines = new TreeMap<String, Set<String>>();
        // htmx, or another kind of content, has a handler of its own at some addresses.
        mappings.getHandlerMethods().forEach((mapping, handler) -> addresses(mapping)
                .filter(address -> isOurs(handler))
                .forEach(address ->
                        lines.computeIfAbsent(address, none -> new TreeSet<>()).addAll(BoundNames.of(handler))));
        assertThat(lines).isNotEmpty();
        return lines.entrySet().stream()
                .map(line -> (line.getKey() + " | " + String.join(" ", line.getValue())).trim())
                .toList();
    }

    private static boolean isOurs(HandlerMethod handler) {
        var place = handler.getBeanType().getPackageName();
        return place.startsWith("org.carewright.") && !place.startsWith(OTHERS);
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream().flatMap(path -> methods.stream()
                .filter(method -> method != RequestMethod.GET)
                .map(method -> method + " " + path));
    }
}
