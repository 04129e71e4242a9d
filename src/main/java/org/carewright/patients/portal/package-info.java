/**
 * The portal's pages about patients, for themselves and their families (IAM-1). Modules above put what they know onto the
 * home page by {@link org.carewright.patients.portal.PortalCards}.
 */
@org.springframework.modulith.NamedInterface("portal")
package org.carewright.patients.portal;
