package org.carewright.patients.portal;

import java.util.List;
import java.util.UUID;
import org.carewright.patients.access.Grant;

/**
 * A patient whose pages an account may open.
 *
 * @param decides whether the account decides who else may
 */
public record PortalPerson(UUID id, String name, Grant grant, boolean decides, List<PortalCard> cards) {

    /** The name's first letter, for the round picture beside it. */
    public String initial() {
        return name.isBlank() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
