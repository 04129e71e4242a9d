/** What patients owe for visits cancelled late or missed: {@link org.carewright.billing.fee.VisitFees} (BIL-7). */
package org.carewright.billing.fee;
