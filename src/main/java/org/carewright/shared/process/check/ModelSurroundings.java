package org.carewright.shared.process.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carewright.shared.process.DelegateCatalogue;

/**
 * What models may refer to.
 *
 * @param forms the keys of each form's fields, by form id
 * @param decisions ids of the decisions
 * @param variables names of the declared variables, by process id
 * @param groups the groups that tasks may be offered to
 */
public record ModelSurroundings(
        DelegateCatalogue delegates,
        Map<String, Set<String>> forms,
        Set<String> decisions,
        Map<String, Set<String>> variables,
        Set<String> groups) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = ".form";
    private static final String DMN = ".dmn";

    /** The same with the forms and decisions of one deployment, to which models bind. File names are paths or bare. */
    public ModelSurroundings with(Map<String, byte[]> resources) {
        var formKeys = new TreeMap<String, Set<String>>();
        var decisionIds = new TreeSet<String>();
        resources.forEach((file, content) -> {
            if (file.endsWith(FORM)) {
                formKeys.put(bareName(file), fieldKeys(content));
            } else if (file.endsWith(DMN)) {
                decisionIds.add(bareName(file));
            }
        });
        return new ModelSurroundings(delegates, formKeys, decisionIds, variables, groups);
    }

    /** The variables of a process; a process that no module has declared may use any declared anywhere. */
    Set<String> variablesOf(String processId) {
        var declared = variables.get(processId);
        return declared != null ? declared : allVariables();
    }

    Set<String> allVariables() {
        return variables.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    static String bareName(String file) {
        var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static Set<String> fieldKeys(byte[] form) {
        var keys = new HashSet<String>();
        try {
            collectKeys(JSON.readTree(form).path("components"), keys);
        } catch (IOException e) {
            // What isn't a form is refused by the form's own check; here it simply has no fields.
            return Set.of();
        }
        return keys;
    }

    private static void collectKeys(JsonNode components, Set<String> keys) {
        for (var component : components) {
            var path = component.path("path").asText("");
            if (component.hasNonNull("key")) {
                keys.add(rootOf(component.get("key").asText()));
            }
            if (!path.isEmpty()) {
                keys.add(rootOf(path));
            } else {
                collectKeys(component.path("components"), keys);
            }
        }
    }

    /** {@code address.street} is a part of the variable {@code address}. */
    private static String rootOf(String key) {
        return key.split("\\.", 2)[0];
    }
}
