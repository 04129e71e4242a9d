package org.carewright.identity.matrix;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the role matrix.
 *
 * @param method an HTTP method, or {@code *} for all
 * @param reaches what each column that may come in reaches; a column that isn't named is refused
 * @param keyScope the scope an API key needs, empty when keys are refused
 */
public record AccessRule(
        Kind kind, String method, PathPattern path, Map<String, Reach> reaches, Optional<String> keyScope) {

    /** Who answers the address. */
    public enum Kind {
        PAGE,
        API,
        FILTER,
        FILES,
        ENGINE;

        /** Whether a controller's mapping has to stand behind the line. */
        public boolean isMapped() {
            return this == PAGE || this == API;
        }
    }

    static final String EVERY_METHOD = "*";

    /** Whether everyone may come in, signed in or not. */
    public boolean isPublic() {
        return reaches.containsKey(RoleMatrix.STRANGER);
    }

    boolean isFor(String requested, PathContainer requestedPath) {
        var effective = "HEAD".equals(requested) ? "GET" : requested;
        return (method.equals(EVERY_METHOD) || method.equals(effective)) && path.matches(requestedPath);
    }

    /** As the line names it, e.g. {@code GET /desk}. */
    @Override
    public String toString() {
        return method + " " + path.getPatternString();
    }
}
