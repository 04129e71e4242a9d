/** Tasks of the processes of compliance. */
package org.carewright.compliance.delegate;
