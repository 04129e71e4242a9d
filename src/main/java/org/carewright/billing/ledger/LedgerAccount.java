package org.carewright.billing.ledger;

/** What the ledger keeps apart. Debits are above zero, credits below. */
public enum LedgerAccount {
    /** What is still to be paid of an invoice; never below zero for any of them. */
    RECEIVABLE,
    /** Earned by services, without tax; a credit. */
    REVENUE,
    /** Owed to the authorities; a credit. */
    TAX,
    /** Where money is, by method: with the provider, at the bank, in the till. */
    MONEY,
    /** What the clinic owes patients: overpaid or credited; a credit. */
    PATIENT_CREDIT,
    /** On its way back to a patient; a credit. */
    REFUND_DUE,
    /** Paid ahead for a visit that hasn't taken place; a credit. */
    DEPOSIT,
    /** Sessions paid ahead and not used; a credit. */
    PACKAGE,
    /** Given up. */
    WRITE_OFF,
    /** Kept by providers. */
    PROVIDER_FEE,
    /** Taken back by a bank until the dispute is decided. */
    DISPUTED;

    private final String code = name().toLowerCase(java.util.Locale.ROOT);

    /** As in the table. */
    public String code() {
        return code;
    }
}
