package org.carewright.integrations.bank;

import java.util.UUID;

/**
 * New lines of a statement are there; published in the importing transaction, in the clinic's scope.
 *
 * @param credits how many of them brought money, above 0
 */
public record BankStatementImported(UUID importId, int credits) {}
