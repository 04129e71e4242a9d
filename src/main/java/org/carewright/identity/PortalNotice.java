package org.carewright.identity;

import java.util.Optional;

/**
 * What waits for somebody at the portal; told by the module that knows, shown on the portal's first page. The clinic is
 * the one in scope.
 */
public interface PortalNotice {

    /** The notice for that person, empty when nothing waits. */
    Optional<Notice> of(PortalPrincipal person);

    /**
     * A notice as it is shown.
     *
     * @param text message key
     * @param action message key of the link
     * @param href where the link leads, a path on this server
     */
    record Notice(String text, String action, String href) {}
}
