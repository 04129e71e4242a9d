package org.carewright.shared.database;

import java.util.ArrayList;
import java.util.List;
import org.carewright.shared.production.ProductionDataCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Row level security binds only a role that neither bypasses it nor owns the tables (design §6). */
@Component
class DatabaseRoleCheck implements ProductionDataCheck {

    private static final String RIGHTS =
            """
            select r.rolname as name,
                   r.rolsuper as superuser,
                   r.rolbypassrls as bypasses,
                   exists (select from pg_class c
                           where c.relkind in ('r', 'p')
                             and c.relnamespace not in (select n.oid from pg_namespace n where n.nspname like 'pg\\_%')
                             and pg_has_role(r.oid, c.relowner, 'member')) as owner
            from pg_roles r
            where r.rolname = current_user
            """;

    private final JdbcClient jdbc;

    DatabaseRoleCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> problems() {
        return problems(jdbc.sql(RIGHTS).query(Rights.class).single());
    }

    static List<String> problems(Rights role) {
        var problems = new ArrayList<String>();
        if (role.superuser()) {
            problems.add("The database role " + role.name() + " is a superuser: connect as carewright_app.");
        }
        if (role.bypasses()) {
            problems.add("The database role " + role.name() + " bypasses row level security: connect as"
                    + " carewright_app.");
        }
        if (role.owner()) {
            problems.add("The database role " + role.name() + " owns tables or may act as their owner: connect as"
                    + " carewright_app and migrate as carewright_owner.");
        }
        return problems;
    }

    record Rights(String name, boolean superuser, boolean bypasses, boolean owner) {}
}
