package org.carewright.audit.engine;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carewright.shared.process.InstanceLookup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out which patient a deed in the engine concerns, before it is done: afterwards the task is gone. */
@Component
class DeedSubjects {

    private final InstanceLookup instances;
    private final ObjectProvider<PatientOfProcess> modules;

    DeedSubjects(InstanceLookup instances, ObjectProvider<PatientOfProcess> modules) {
        this.instances = instances;
        this.modules = modules;
    }

    /** The patient, in the clinic in scope; empty when the deed is about none or about several. */
    @Transactional(readOnly = true)
    public Optional<UUID> patientOf(EngineDeed deed) {
        return deed.resourceId() == null
                ? Optional.empty()
                : instances.find(deed.resourceType(), deed.resourceId()).flatMap(about -> Optional.ofNullable(
                                byProcess().get(about.processId()))
                        .flatMap(module -> module.patientOf(about.rowId())));
    }

    private Map<String, PatientOfProcess> byProcess() {
        return modules.stream().collect(Collectors.toMap(PatientOfProcess::processId, Function.identity()));
    }
}
