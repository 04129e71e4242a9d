/**
 * The engine behind a façade. Services start, correlate and complete through {@link org.carewright.shared.process.Processes};
 * nothing outside this package tree and the {@code ..delegate} packages knows an engine class (decision record 0001).
 */
package org.carewright.shared.process;
