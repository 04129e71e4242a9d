package org.carewright.demo;

import java.util.List;
import java.util.UUID;
import org.carewright.clinics.OpenedClinic;

/**
 * A demo clinic with the ids of its parts, in the order of its definition.
 *
 * @param portalAccounts of its first patients, in their order
 */
record CreatedClinic(
        DemoClinic demo,
        OpenedClinic opened,
        List<UUID> practitioners,
        List<UUID> rooms,
        List<UUID> services,
        List<UUID> portalAccounts) {}
