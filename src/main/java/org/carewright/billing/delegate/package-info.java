/** Tasks of the processes around money. */
package org.carewright.billing.delegate;
