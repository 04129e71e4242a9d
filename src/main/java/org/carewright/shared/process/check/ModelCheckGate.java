package org.carewright.shared.process.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carewright.shared.process.CandidateGroups;
import org.carewright.shared.process.DelegateCatalogue;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.carewright.shared.process.guard.DeploymentGate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds models that a clinic brings to the same rules as the product's own, which the build has checked. What it needs
 * is asked for late: the engine deploys the product's models before most beans exist.
 */
@Component
class ModelCheckGate implements DeploymentGate {

    private final ObjectProvider<DelegateCatalogue> delegates;
    private final ObjectProvider<ProcessVariables> variables;
    private final ObjectProvider<CandidateGroups> groups;

    ModelCheckGate(
            ObjectProvider<DelegateCatalogue> delegates,
            ObjectProvider<ProcessVariables> variables,
            ObjectProvider<CandidateGroups> groups) {
        this.delegates = delegates;
        this.variables = variables;
        this.groups = groups;
    }

    @Override
    public boolean watches(String clinicId) {
        return clinicId != null;
    }

    @Override
    public List<String> problems(Map<String, byte[]> resources) {
        return new ModelCheck(surroundings())
                .checkTogether(resources).stream()
                        .map(finding -> "%s, %s: %s".formatted(finding.file(), finding.elementId(), finding.message()))
                        .toList();
    }

    private ModelSurroundings surroundings() {
        return new ModelSurroundings(
                delegates.getObject(),
                Map.of(),
                Set.of(),
                variables.stream().collect(Collectors.toMap(ProcessVariables::processId, ModelCheckGate::names)),
                groups.stream().flatMap(known -> known.ids().stream()).collect(Collectors.toSet()));
    }

    private static Set<String> names(ProcessVariables process) {
        return process.all().stream().map(ProcessVariable::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
