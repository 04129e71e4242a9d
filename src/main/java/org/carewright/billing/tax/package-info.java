/** Taxes of a clinic and which of them a service bears: {@link org.carewright.billing.tax.Taxes} (BIL-2). */
package org.carewright.billing.tax;
