package org.carewright.test;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What came in from providers for a clinic, and the jobs that apply it. */
@Component
public class TestInbox {

    private static final String PROCESS = "ProviderEventProcess";

    private final JdbcTemplate database;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;
    private final ManagementService management;
    private final RuntimeService runtime;

    TestInbox(
            JdbcTemplate database,
            ClinicScope scope,
            PlatformTransactionManager transactions,
            ManagementService management,
            RuntimeService runtime) {
        this.database = database;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
        this.management = management;
        this.runtime = runtime;
    }

    /** The kinds of the events kept for the clinic, in the order in which they came. */
    public List<String> kinds(UUID clinicId) {
        return texts(clinicId, "select kind from integrations.inbox order by received_at, occurred_at, kind");
    }

    /** The kinds of events that no process has applied yet. */
    public List<String> openKinds(UUID clinicId) {
        return texts(clinicId, "select kind from integrations.inbox where handled_at is null order by kind");
    }

    /** The blind index tokens kept with the clinic's events. */
    public List<String> subjects(UUID clinicId) {
        return texts(clinicId, "select distinct subject from integrations.inbox");
    }

    /** Everything kept of the clinic's events, as text. */
    public String everything(UUID clinicId) {
        return String.join("\n", texts(clinicId, "select i::text from integrations.inbox i"));
    }

    /** The state of an effect. */
    public String effectState(UUID clinicId, UUID effectId) {
        return texts(clinicId, "select state from integrations.effect where id = '" + effectId + "'")
                .get(0);
    }

    /** How many batches wait to be applied. */
    public long waitingBatches(UUID clinicId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .tenantIdIn(clinicId.toString())
                .count();
    }

    /** Runs the jobs that apply the clinic's events. */
    public void apply(UUID clinicId) {
        management
                .createJobQuery()
                .processDefinitionKey(PROCESS)
                .tenantIdIn(clinicId.toString())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private List<String> texts(UUID clinicId, String sql) {
        return scope.call(clinicId, () -> transaction.execute(status -> database.queryForList(sql, String.class)));
    }
}
