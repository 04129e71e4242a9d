package org.carewright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.identity.matrix.AccessRule;
import org.carewright.identity.matrix.RoleMatrix;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The role matrix and the controllers speak of the same addresses. */
@CarewrightTest
class RoleMatrixMappingTests {

    @Autowired
    RoleMatrix matrix;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void everyMappingHasItsLineAndEveryLineItsMapping() {
        var lines = matrix.rules().stream()
                .filter(rule -> rule.kind().isMapped())
                .map(AccessRule::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(lines).isEqualTo(mapped());
    }

    @Test
    void everyRoleHasItsColumn() {
        var roles = Stream.concat(
                        Stream.of(RoleMatrix.STRANGER, RoleMatrix.PORTAL),
                        Stream.of(Role.values()).map(Role::code))
                .toList();

        assertThat(matrix.columns()).containsAll(roles);
    }

    private Set<String> mapped() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(RoleMatrixMappingTests::addresses)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("* " + path)
                        : methods.stream().map(RequestMethod::name).map(method -> method + " " + path));
    }
}
