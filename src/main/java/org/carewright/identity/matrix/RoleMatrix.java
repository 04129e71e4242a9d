package org.carewright.identity.matrix;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;

/**
 * Who may open what (IAM-3): the lines of {@code role-matrix.txt}. Security reads it and nothing else, so what has no
 * line is refused to everyone.
 */
public final class RoleMatrix {

    /** The column of whoever isn't signed in. */
    public static final String STRANGER = "stranger";

    /** The column of patients and family members. */
    public static final String PORTAL = "portal";

    /** Who is between password and second factor; nobody else opens what they do, so it is no column. */
    public static final String SECOND_FACTOR = "second_factor";

    /** The column that names the scope an API key needs. */
    public static final String KEY = "key";

    private final List<String> columns;
    private final List<AccessRule> rules;

    /**
     * @param columns who the matrix speaks of, without {@value #KEY}
     * @throws IllegalArgumentException when two lines name the same method and path
     */
    RoleMatrix(List<String> columns, List<AccessRule> rules) {
        this.columns = List.copyOf(columns);
        // Spring MVC asks the most specific mapping first as well, so both mean the same line.
        this.rules = rules.stream()
                .sorted(Comparator.comparing(AccessRule::path)
                        .thenComparing(rule -> rule.method().equals(AccessRule.EVERY_METHOD)))
                .toList();
        var named = new HashSet<String>();
        rules.forEach(rule -> {
            if (!named.add(rule.toString())) {
                throw new IllegalArgumentException("The role matrix names " + rule + " twice");
            }
        });
    }

    public List<String> columns() {
        return columns;
    }

    public List<AccessRule> rules() {
        return rules;
    }

    /** The line that counts for a request, empty when there is none. @param path within the application */
    public Optional<AccessRule> ruleFor(String method, PathContainer path) {
        return rules.stream().filter(rule -> rule.isFor(method, path)).findFirst();
    }

    /** The methods with which everyone may open a controller's path; empty when it isn't public. */
    List<String> publicMethods(PathContainer path) {
        return rules.stream()
                .filter(rule ->
                        rule.isPublic() && rule.kind().isMapped() && rule.path().matches(path))
                .map(AccessRule::method)
                .filter(method -> !method.equals(AccessRule.EVERY_METHOD))
                .toList();
    }

    /** Whether any line, with whatever method, speaks of the path. */
    boolean knows(PathContainer path) {
        return rules.stream().anyMatch(rule -> rule.path().matches(path));
    }
}
