/**
 * Reads BPMN and DMN before they run and says in plain words what isn't allowed or missing. Models are code that
 * managers may change: what a model may contain is an allow-list, everything else is refused
 * ({@link org.carewright.shared.process.check.ModelCheck}).
 */
package org.carewright.shared.process.check;
