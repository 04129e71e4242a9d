/**
 * Accounts at payment providers (PLT-3): a clinic's own, with sealed credentials, and which object at a provider was
 * made by which account: {@link org.carewright.integrations.account.ProviderAccounts}.
 */
@org.springframework.modulith.NamedInterface("account")
package org.carewright.integrations.account;
