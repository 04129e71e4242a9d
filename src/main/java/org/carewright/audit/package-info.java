/**
 * The record of who did what, reads of records included (HIP-1 to HIP-3), append-only for the application.
 *
 * <p>{@link org.carewright.audit.AuditLog} writes it, {@link org.carewright.audit.AuditTrail} reads it. That nobody has
 * changed it since is proved by {@link org.carewright.audit.seal.AuditVerifier} from the signed checkpoints that
 * {@link org.carewright.audit.seal.AuditSealer} makes.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "clinics", "identity", "identity :: key"})
package org.carewright.audit;
