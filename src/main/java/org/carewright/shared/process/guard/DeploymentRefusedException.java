package org.carewright.shared.process.guard;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;

/** A deployment holds what models may not hold; nothing of it was deployed. */
public class DeploymentRefusedException extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    DeploymentRefusedException(List<String> problems) {
        super("The deployment is refused: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
