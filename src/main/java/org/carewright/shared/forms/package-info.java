/**
 * One {@code .form} file serves three places: Tasklist shows it, our pages render it, and the server checks every
 * submission against it (design §8).
 */
package org.carewright.shared.forms;
