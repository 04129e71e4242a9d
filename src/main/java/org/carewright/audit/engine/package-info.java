/**
 * Records what staff do in Tasklist and Cockpit (HIP-1): {@link org.carewright.audit.engine.EngineDeed}. Modules tell whom
 * their processes are about by {@link org.carewright.audit.engine.PatientOfProcess}.
 */
@org.springframework.modulith.NamedInterface("engine")
package org.carewright.audit.engine;
