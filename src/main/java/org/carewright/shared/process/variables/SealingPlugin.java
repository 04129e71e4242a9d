package org.carewright.shared.process.variables;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializerFactory;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Puts a sealing serializer in the place of every serializer, once all plugins have added theirs. */
@Component
class SealingPlugin extends AbstractCamundaConfiguration {

    private final VariableCatalogue catalogue;
    private final VariableSealing sealing;
    private final ClinicOfVariable clinics;

    SealingPlugin(VariableCatalogue catalogue, VariableSealing sealing, ClinicOfVariable clinics) {
        this.catalogue = catalogue;
        this.sealing = sealing;
        this.clinics = clinics;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setImplicitVariableUpdateDetectionEnabled(false);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        var engine = (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
        var serializers = (DefaultVariableSerializers) engine.getVariableSerializers();
        if (serializers.getSerializerByName("json") == null) {
            throw new IllegalStateException("The JSON serializers must be there before the sealing takes their place");
        }
        List<TypedValueSerializer<?>> sealed = new ArrayList<>();
        for (var plain : serializers.getSerializers()) {
            sealed.add(plain instanceof NullValueSerializer ? plain : seal(plain));
        }
        serializers.setSerializerList(sealed);
        engine.setFallbackSerializerFactory(new NoFallback());
    }

    private SealingSerializer seal(TypedValueSerializer<?> plain) {
        return new SealingSerializer(plain, catalogue, sealing, clinics);
    }

    /** A format that nobody registered would be stored as it comes, in clear; there is no such format here. */
    private static final class NoFallback implements VariableSerializerFactory {

        @Override
        public TypedValueSerializer<?> getSerializer(String name) {
            return null;
        }

        @Override
        public TypedValueSerializer<?> getSerializer(TypedValue value) {
            return null;
        }
    }
}
