/** The secret in a patient's manage link. */
package org.carewright.scheduling.token;
