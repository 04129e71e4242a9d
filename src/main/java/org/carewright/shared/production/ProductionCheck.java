package org.carewright.shared.production;

import java.util.List;

/**
 * Looks at settings before a production start; a bean of the module that owns the settings. It is asked before the
 * database and the keys are touched, so it must need neither.
 */
public interface ProductionCheck {

    /** One sentence for each thing that is wrong, naming the setting, never its value; empty when all is well. */
    List<String> problems();
}
