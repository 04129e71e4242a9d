/**
 * The double-entry ledger of each clinic and currency: {@link org.carewright.billing.ledger.Ledger}. Append-only, also
 * for the database's owner; mistakes are reversed.
 */
package org.carewright.billing.ledger;
