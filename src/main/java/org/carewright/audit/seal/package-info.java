/**
 * Tamper evidence (HIP-2, src/docs/decisions/0006): a Merkle tree over the rows of transactions that are over, its root
 * signed with a key the database can't use, each checkpoint chained to the last.
 */
package org.carewright.audit.seal;
