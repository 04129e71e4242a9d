package org.carewright.integrations.bank;

import java.util.List;
import java.util.UUID;

/** What became of a statement file. */
public sealed interface ImportResult {

    /**
     * All its lines are there now.
     *
     * @param credits new lines that brought money
     * @param debits new lines that took money
     * @param known lines that an earlier file had brought already
     */
    record Imported(UUID importId, int credits, int debits, int known) implements ImportResult {}

    /** Nothing of it was taken: a line left out in silence would be money that nobody looks for. */
    record Refused(List<StatementProblem> problems) implements ImportResult {}
}
