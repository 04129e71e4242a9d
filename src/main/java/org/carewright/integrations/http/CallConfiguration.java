package org.carewright.integrations.http;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CallConfiguration {

    @Bean
    ProviderHttp providerHttp(CallSettings settings) {
        return ProviderHttp.withTimeout(settings.callTimeout());
    }

    @Bean
    ProviderBreakers providerBreakers() {
        return ProviderBreakers.create();
    }

    @Bean
    MeterBinder providerBreakerMetrics(ProviderBreakers breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers.registry());
    }
}
