/** Tasks of the processes of patients. */
package org.carewright.patients.delegate;
