/**
 * Whoever completes a task or starts a process, by Tasklist, REST or our pages, passes the same check against the form
 * that was deployed with the process (design §8).
 */
package org.carewright.shared.process.submission;
