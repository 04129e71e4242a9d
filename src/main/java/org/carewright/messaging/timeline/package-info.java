/** Tells which messages a patient got. */
package org.carewright.messaging.timeline;
