/** Visits that took place before the clinic came, written without a process. */
@org.springframework.modulith.NamedInterface("history")
package org.carewright.scheduling.history;
