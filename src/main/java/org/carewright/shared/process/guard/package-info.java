/**
 * What a model may not do, whoever deploys it: expressions reach only variables and the beans made for models, scripts,
 * shell, mail and class bindings don't run, and a new deployment passes every {@link
 * org.carewright.shared.process.guard.DeploymentGate} first.
 */
package org.carewright.shared.process.guard;
