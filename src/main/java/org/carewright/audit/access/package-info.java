/**
 * Who may open which record, and break-glass (HIP-5): {@link org.carewright.audit.access.RecordAccess} is asked before
 * any part of a patient's record is shown.
 */
@org.springframework.modulith.NamedInterface("access")
package org.carewright.audit.access;
