/** The moments a visit's process waits for: check-in, grace time, reminders (SCH-8). Arithmetic only. */
package org.carewright.scheduling.timing;
