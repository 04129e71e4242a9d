/**
 * Money: the ledger ({@link org.carewright.billing.ledger.Ledger}), invoices, payments and refunds, and the processes
 * around them (BIL-1 to BIL-10). What happened stands in the ledger once; documents tell why, balances are sums.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "integrations",
            "integrations :: account",
            "integrations :: bank",
            "integrations :: effect",
            "integrations :: inbox",
            "integrations :: upi",
            "integrations :: payment",
            "integrations :: account",
            "clinics",
            "identity",
            "audit",
            "audit :: access",
            "audit :: engine",
            "patients",
            "patients :: access",
            "patients :: merge",
            "patients :: portal",
            "patients :: record",
            "patients :: search",
            "patients :: timeline",
            "patients :: web",
            "documents",
            "documents :: pdf",
            "messaging",
            "scheduling",
            "scheduling :: catalogue"
        })
package org.carewright.billing;
