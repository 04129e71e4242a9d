/**
 * Events from providers: verified, kept once, handled by a process that retries. A module that cares implements
 * {@link org.carewright.integrations.inbox.ProviderEventHandler}.
 */
@org.springframework.modulith.NamedInterface("inbox")
package org.carewright.integrations.inbox;
