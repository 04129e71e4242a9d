package org.carewright.shared.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that can't be fulfilled, for a reason its sender can do something about. The web layer turns it into
 * problem+json or an error page; its text comes from the message key {@code problem.<code>}.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> properties;

    /**
     * @param code stable, snake_case, part of the API contract, e.g. {@code slot_taken}
     * @param properties further members of the problem document; never personal data of others
     */
    public ProblemException(HttpStatus status, String code, Map<String, Object> properties) {
        super(code);
        this.status = status;
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    public ProblemException(HttpStatus status, String code) {
        this(status, code, Map.of());
    }

    /** The same answer for what isn't there and for what belongs to someone else. */
    public static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not_found");
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
