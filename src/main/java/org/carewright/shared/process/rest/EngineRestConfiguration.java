package org.carewright.shared.process.rest;

import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The web apps' REST with our answers to what the engine refuses; the starter leaves a servlet of this name alone. */
@Configuration(proxyBeanMethods = false)
class EngineRestConfiguration {

    private static final String NAME = "Engine Api";

    @Bean
    ServletRegistrationBean<ServletContainer> engineRest(MessageSource messages) {
        var resources = new ResourceConfig();
        new EngineRestApplication()
                .getClasses().stream()
                        .filter(type ->
                                type != ProcessEngineExceptionHandler.class && type != RestExceptionHandler.class)
                        .forEach(resources::register);
        var answers = new RefusalAnswers(messages);
        resources.register(new EngineRefusals(answers));
        resources.register(new RestRefusals(answers));
        resources.register(new RuleRefusals(answers));
        var servlet = new ServletRegistrationBean<>(new ServletContainer(resources), "/camunda/api/engine/*");
        servlet.setName(NAME);
        servlet.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return servlet;
    }
}
