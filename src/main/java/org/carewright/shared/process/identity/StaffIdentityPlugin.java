package org.carewright.shared.process.identity;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.carewright.shared.process.StaffDirectory;
import org.springframework.stereotype.Component;

/** Puts {@link StaffIdentityProvider} in the place of the engine's own user tables, which stay empty. */
@Component
class StaffIdentityPlugin extends AbstractCamundaConfiguration {

    private final StaffDirectory directory;

    StaffIdentityPlugin(StaffDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFilterService(new PersonalFilterService());
        engine.setRestrictUserOperationLogToAuthenticatedUsers(true);
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new StaffIdentityProvider(directory);
            }
        });
    }
}
