package org.carewright.shared.process.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist offers: everything one may work on, the tasks meant for one's role, and the ones one has
 * taken. Whose tasks they show
 * is the engine's authorizations' and tenants' business; stored queries hold no expression, so that whose tasks "my tasks" are is put in when the list is asked for.
 */
@Component
class SharedFilters {

    private static final String NAME = "tasklist.filter.";
    private static final String OPEN = "open";
    private static final String MINE = "mine";
    private static final String COLOUR = "#14616b";

    private final FilterService filters;
    private final TaskService tasks;
    private final MessageSource messages;

    SharedFilters(FilterService filters, TaskService tasks, MessageSource messages) {
        this.filters = filters;
        this.tasks = tasks;
        this.messages = messages;
    }

    /** Makes the filters that are missing, and says who may read which. */
    List<Grant> create() {
        var grants = new ArrayList<Grant>();
        var open = create(OPEN, 0, tasks.createTaskQuery().active());
        grants.addAll(Grant.to(Grants.STAFF, Resources.FILTER, open, Permissions.READ));
        var mine = create(MINE, 2, tasks.createTaskQuery().active().taskAssignee(PersonalFilterService.NOBODY));
        grants.addAll(Grant.to(Grants.STAFF, Resources.FILTER, mine, Permissions.READ));
        for (var role : Grants.STAFF) {
            var own = create(
                    role,
                    1,
                    tasks.createTaskQuery().active().taskCandidateGroup(role).includeAssignedTasks());
            grants.addAll(Grant.to(List.of(role), Resources.FILTER, own, Permissions.READ));
        }
        return grants;
    }

    private String create(String code, int place, TaskQuery query) {
        var name = messages.getMessage(NAME + code, null, Locale.ENGLISH);
        var existing = filters.createTaskFilterQuery().filterName(name).listPage(0, 1).stream()
                .findFirst();
        return existing.orElseGet(() -> filters.saveFilter(filters.newTaskFilter(name)
                        .setQuery(query)
                        .setProperties(Map.of("priority", place, "color", COLOUR, "refresh", true))))
                .getId();
    }
}
