package org.carewright.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/**
 * An engine with nothing around it, in a database of its own on the same server: no tenants, no authorizations, nothing
 * sealed, and service tasks that only set the variables the model goes by.
 */
final class BareEngine implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final HikariDataSource source;
    private final ProcessEngine engine;

    /**
     * @param url of an empty database
     * @param tasks what the models' delegate expressions name
     */
    BareEngine(String url, Map<String, JavaDelegate> tasks, String... models) {
        source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername("postgres");
        source.setMaximumPoolSize(CONNECTIONS);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(new HashMap<>(tasks));
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var model : models) {
            deployment.addClasspathResource(model);
        }
        deployment.deploy();
    }

    ProcessEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
