/**
 * Sessions bought ahead (BIL-5): {@link org.carewright.billing.packages.Packages}. What a package costs is owed to the
 * patient ({@code PACKAGE} in the ledger) until a session is used; each session then earns an equal share of what is left,
 * rounded down, the last one the rest. What is left when it expires is earned by then.
 */
@org.springframework.modulith.NamedInterface("packages")
package org.carewright.billing.packages;
