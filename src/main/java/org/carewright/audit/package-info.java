/** The record of who did what (HIP-1), append-only for the application: {@link org.carewright.audit.AuditLog}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "clinics", "identity"})
package org.carewright.audit;
