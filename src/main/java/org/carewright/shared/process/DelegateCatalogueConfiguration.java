package org.carewright.shared.process;

import java.util.Arrays;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** Collects the catalogue from the beans that exist, without creating them. */
@Configuration(proxyBeanMethods = false)
class DelegateCatalogueConfiguration {

    @Bean
    DelegateCatalogue delegateCatalogue(ListableBeanFactory beans) {
        return DelegateCatalogue.of(Arrays.stream(beans.getBeanNamesForType(JavaDelegate.class, true, false))
                .filter(bean -> beans.findAnnotationOnBean(bean, ModelTask.class) != null)
                .map(bean -> DelegateCatalogue.Entry.of(
                        bean, ClassUtils.getUserClass(Objects.requireNonNull(beans.getType(bean)))))
                .toList());
    }
}
