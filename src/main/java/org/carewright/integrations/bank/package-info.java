/**
 * What a clinic's bank says about its account (BIL-3, BIL-9): statement files become lines, each once, and credits wait
 * until billing matches them to a payment. See {@link org.carewright.integrations.bank.BankStatements}.
 */
@org.springframework.modulith.NamedInterface("bank")
package org.carewright.integrations.bank;
