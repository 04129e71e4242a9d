package org.carewright.shared.process.guard;

import java.util.List;
import java.util.Map;

/** Looks at a new deployment before the engine takes it; every bean of this type must find nothing wrong. */
public interface DeploymentGate {

    /**
     * What is wrong, one sentence each for whoever deploys; empty when the deployment may go in.
     *
     * @param resources file contents by resource name: models, decisions and forms that belong together
     */
    List<String> problems(Map<String, byte[]> resources);

    /**
     * Whether the gate looks at deployments of that origin.
     *
     * @param clinicId the clinic whose models these are, or null for the product's own, which every clinic uses
     */
    default boolean watches(String clinicId) {
        return true;
    }
}
