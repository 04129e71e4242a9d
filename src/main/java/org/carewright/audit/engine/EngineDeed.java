package org.carewright.audit.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a call of the engine's web apps does, as far as it is worth recording: all that changes something, and reading
 * values of variables. A call of a kind nobody knows counts as a change.
 *
 * @param action e.g. {@code engine.task.complete}
 * @param resourceType the REST resource, e.g. {@code process-instance}
 * @param resourceId the engine's id, null when the call names none or several
 */
record EngineDeed(String action, String resourceType, UUID resourceId) {

    private static final Pattern API =
            Pattern.compile("/camunda/api/(?:engine/engine/[^/]+|cockpit|admin|tasklist)/(.+)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][a-zA-Z-]*");

    /** Last parts of paths that ask with POST, as their questions are long. */
    private static final Set<String> QUESTIONS = Set.of(
            "count",
            "singleResult",
            "statistics",
            "list",
            "task",
            "process-instance",
            "process-definition",
            "execution",
            "job",
            "incident",
            "variable-instance",
            "activity-instance",
            "detail",
            "user-operation",
            "external-task",
            "batch",
            "decision-instance",
            "case-instance",
            "job-log",
            "external-task-log",
            "evaluate",
            "check");

    private static final Set<String> VALUES =
            Set.of("variables", "localVariables", "form-variables", "rendered-form", "variable-instance");

    /** @param path without the context path */
    static Optional<EngineDeed> of(String method, String path) {
        var call = API.matcher(path);
        if (!call.matches()) {
            return Optional.empty();
        }
        var parts = Arrays.asList(call.group(1).split("/"));
        var reads = "GET".equals(method) || "HEAD".equals(method) || "OPTIONS".equals(method);
        var last = parts.get(parts.size() - 1);
        var asks = reads || "POST".equals(method) && QUESTIONS.contains(last);
        if (!asks) {
            return Optional.of(deed(parts, "DELETE".equals(method) ? ".delete" : ""));
        }
        return parts.stream().anyMatch(VALUES::contains) ? Optional.of(deed(parts, ".read")) : Optional.empty();
    }

    private static EngineDeed deed(List<String> parts, String suffix) {
        var words = parts.stream().filter(part -> WORD.matcher(part).matches()).toList();
        var id = parts.stream()
                .filter(part -> ID.matcher(part).matches())
                .findFirst()
                .map(UUID::fromString)
                .orElse(null);
        // Of the parts after the verb only its first counts: what follows are names, e.g. of variables.
        var action = words.stream().limit(2).collect(Collectors.joining(".", "engine.", suffix));
        return new EngineDeed(action, words.isEmpty() ? "engine" : words.get(0), id);
    }
}
