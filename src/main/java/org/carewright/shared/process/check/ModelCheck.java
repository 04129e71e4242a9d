package org.carewright.shared.process.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Checks models against everything they may contain and refer to. An empty list means: this may be deployed. The same
 * check runs over the product's own models in the build and over a manager's before they are deployed.
 */
public final class ModelCheck {

    private static final String BPMN = ".bpmn";
    private static final String DMN = ".dmn";

    private static final List<ProcessRules> PROCESS_RULES = List.of(
            new AllowedContentRules(),
            new NamingRules(),
            new ServiceTaskRules(),
            new UserTaskRules(),
            new ReferenceRules(),
            new DataRules(),
            new ExpressionRules(),
            new TimerRules(),
            new DiagramRules());

    private final ModelSurroundings surroundings;

    public ModelCheck(ModelSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Checks files that are deployed together: forms and decisions are looked for among them.
     *
     * @param resources contents by file name; what is neither BPMN nor DMN is only referred to
     */
    public List<Finding> checkTogether(Map<String, byte[]> resources) {
        var check = new ModelCheck(surroundings.with(resources));
        var findings = new ArrayList<Finding>();
        new TreeMap<>(resources).forEach((file, content) -> findings.addAll(check.check(file, content)));
        return findings;
    }

    /** Checks one file; a file that is neither BPMN nor DMN has no findings. */
    public List<Finding> check(String file, byte[] content) {
        if (file.endsWith(BPMN)) {
            return checkProcess(file, content);
        }
        return file.endsWith(DMN) ? new DecisionCheck(surroundings).check(file, content) : List.of();
    }

    private List<Finding> checkProcess(String file, byte[] content) {
        BpmnModelInstance bpmn;
        try {
            bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (ModelException e) {
            return List.of(unreadable(file));
        }
        var processes = List.copyOf(bpmn.getModelElementsByType(Process.class));
        var processId = processes.isEmpty() ? "" : processes.get(0).getId();
        var model = new ProcessModel(file, bpmn, processId, surroundings);
        PROCESS_RULES.forEach(rules -> rules.check(model));
        return model.findings();
    }

    static Finding unreadable(String file) {
        return new Finding(
                file,
                "",
                ModelRule.READABLE,
                "This isn't a model that can be read. Open it in Camunda Modeler (platform Camunda 7) and save it again.");
    }
}
