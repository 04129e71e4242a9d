package org.carewright.shared.process.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What the people of one role may do with one kind of thing in the engine. */
record Grant(String group, Resource resource, String resourceId, Set<Permission> permissions) {

    static final String ANY = "*";

    static List<Grant> to(List<String> groups, Resource resource, String resourceId, Permission... permissions) {
        return groups.stream()
                .map(group -> new Grant(group, resource, resourceId, Set.copyOf(Arrays.asList(permissions))))
                .toList();
    }

    /** The permissions as the engine stores them. */
    int mask() {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
    }
}
