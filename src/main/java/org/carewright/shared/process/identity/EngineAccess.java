package org.carewright.shared.process.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the engine's authorizations in line with {@link Grants} at each start: adds what is missing, corrects what
 * differs, takes away what the table doesn't say. Nodes that start at once wait for each other.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineAccess implements ApplicationRunner {

    private static final long LOCK = 0x61636365_7373L;

    /** The engine makes these itself, one by one, as tasks come and go. */
    private static final Set<Integer> LEFT_TO_THE_ENGINE =
            Set.of(Resources.TASK.resourceType(), Resources.HISTORIC_TASK.resourceType());

    private final AuthorizationService authorizations;
    private final SharedFilters filters;
    private final JdbcTemplate database;

    EngineAccess(AuthorizationService authorizations, SharedFilters filters, JdbcTemplate database) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.database = database;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        database.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        var wanted = new HashMap<Place, Grant>();
        Grants.all().forEach(grant -> wanted.put(Place.of(grant), grant));
        filters.create().forEach(grant -> wanted.put(Place.of(grant), grant));
        for (var group : Grants.EVERYONE) {
            existing(group).forEach(found -> align(found, wanted.remove(Place.of(found))));
        }
        wanted.values().forEach(this::add);
    }

    private List<Authorization> existing(String group) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .unlimitedList()
                .stream()
                .filter(found -> !LEFT_TO_THE_ENGINE.contains(found.getResourceType()))
                .toList();
    }

    private void align(Authorization found, Grant wanted) {
        if (wanted == null) {
            authorizations.deleteAuthorization(found.getId());
        } else if (((AuthorizationEntity) found).getPermissions() != wanted.mask()) {
            found.setPermissions(wanted.permissions().toArray(Permission[]::new));
            authorizations.saveAuthorization(found);
        }
    }

    private void add(Grant grant) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.resourceId());
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private record Place(String group, int resourceType, String resourceId) {

        static Place of(Grant grant) {
            return new Place(grant.group(), grant.resource().resourceType(), grant.resourceId());
        }

        static Place of(Authorization found) {
            return new Place(found.getGroupId(), found.getResourceType(), found.getResourceId());
        }
    }
}
