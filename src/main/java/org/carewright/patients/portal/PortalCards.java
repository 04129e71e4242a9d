package org.carewright.patients.portal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.patients.access.Grant;

/** A module that has something to show on the portal's home page. */
public interface PortalCards {

    /**
     * What it shows for those patients, by patient id, as far as each access reaches. In the clinic in scope and in a
     * constant number of statements.
     */
    Map<UUID, List<PortalCard>> cards(Collection<Grant> patients);
}
