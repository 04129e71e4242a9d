/** The clinic whose rows the running work may see: {@link org.carewright.shared.tenant.ClinicScope}. */
package org.carewright.shared.tenant;
