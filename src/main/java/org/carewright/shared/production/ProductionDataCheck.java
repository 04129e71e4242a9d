package org.carewright.shared.production;

import java.util.List;

/** Looks into the migrated database before a production start serves anyone or runs a job; a bean of the owning module. */
public interface ProductionDataCheck {

    /** One sentence for each thing that is wrong; empty when all is well. */
    List<String> problems();
}
