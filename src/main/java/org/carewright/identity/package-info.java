/** People who sign in, their roles and what they may open (IAM): {@link org.carewright.identity.StaffPrincipal}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "clinics"})
package org.carewright.identity;
