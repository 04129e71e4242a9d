package org.carewright.identity.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a clinic decides about sign-in.
 *
 * @param staffIdleMinutes how long staff may do nothing, 5 to 30
 * @param portalIdleMinutes how long patients may do nothing, 5 to 60
 * @param smsCodes whether patients may choose codes by text message as their second factor; who has chosen them keeps them
 * @param adminAddresses addresses and ranges from which the administration's pages open, one a line; blank: anywhere
 */
public record ClinicSecurity(int staffIdleMinutes, int portalIdleMinutes, boolean smsCodes, String adminAddresses) {

    public static final int LEAST_IDLE_MINUTES = 5;
    public static final int MOST_STAFF_IDLE_MINUTES = 30;
    public static final int MOST_PORTAL_IDLE_MINUTES = 60;

    static final ClinicSecurity DEFAULT = new ClinicSecurity(15, 30, false, "");

    /** What the others differ in, e.g. {@code staff-idle-minutes 15 > 10}. */
    List<String> changesTo(ClinicSecurity other) {
        var changes = new ArrayList<String>();
        add(changes, "staff-idle-minutes", staffIdleMinutes, other.staffIdleMinutes);
        add(changes, "portal-idle-minutes", portalIdleMinutes, other.portalIdleMinutes);
        add(changes, "sms-codes", smsCodes, other.smsCodes);
        add(changes, "admin-addresses", ranges(), other.ranges());
        return changes;
    }

    private static void add(List<String> changes, String name, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(name + " " + before + " > " + after);
        }
    }

    /** The ranges one by one. */
    List<String> ranges() {
        return Arrays.stream(adminAddresses.split("[\\s,;]+"))
                .filter(range -> !range.isBlank())
                .toList();
    }
}
