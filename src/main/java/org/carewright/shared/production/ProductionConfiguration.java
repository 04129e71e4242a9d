package org.carewright.shared.production;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.util.StringUtils;

/**
 * Runs the checks of a production start: settings before anything is opened, data after migration and before the first
 * request and the first job.
 */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class ProductionConfiguration {

    private static final String SETTINGS_GATE = "productionSettingsGate";
    private static final String EMBEDDED_DATABASE = "embeddedDatabase";

    /** By name: sealing has a check of its own here and may not be known. */
    private static final String SEALING = "tinkSealing";

    @Bean(SETTINGS_GATE)
    Gate settingsGate(ObjectProvider<ProductionCheck> checks) {
        return new Gate(refuseOn(checks.orderedStream(), ProductionCheck::problems));
    }

    /** Whatever opens the database or makes a key waits for the settings to be found right. */
    @Bean
    static BeanFactoryPostProcessor settingsBeforeAnythingIsOpened() {
        return factory -> Stream.concat(
                        Stream.of(EMBEDDED_DATABASE, SEALING),
                        Stream.of(factory.getBeanNamesForType(DataSource.class, true, false)))
                .filter(factory::containsBeanDefinition)
                .map(factory::getBeanDefinition)
                .forEach(bean -> bean.setDependsOn(StringUtils.addStringToArray(bean.getDependsOn(), SETTINGS_GATE)));
    }

    @Bean
    SmartInitializingSingleton productionDataGate(ObjectProvider<ProductionDataCheck> checks) {
        return () -> refuseOn(checks.orderedStream(), ProductionDataCheck::problems);
    }

    static <T> int refuseOn(Stream<T> checks, Function<T, List<String>> problems) {
        var asked = checks.map(problems).toList();
        var found = asked.stream().flatMap(List::stream).toList();
        if (!found.isEmpty()) {
            throw new ProductionRefusedException(found);
        }
        return asked.size();
    }

    /** @param passed how many checks found nothing wrong */
    record Gate(int passed) {}
}
