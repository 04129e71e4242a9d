package org.carewright.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an account may do (IAM-3); one may have several. The code is the engine's group id, the column of the role matrix
 * and a value of the account's column. In the order of which role counts where only one can be told.
 */
public enum Role {
    /** Runs the platform, belongs to no clinic and reads no patient data; always alone. */
    OPERATOR,
    /** Leads the clinic and its staff. */
    MANAGER,
    /** Settings, accounts and keys of the clinic. */
    CLINIC_ADMIN,
    /** Watches over privacy: reads the audit trail, decides on requests for records. */
    PRIVACY_OFFICER,
    PRACTITIONER,
    RECEPTIONIST,
    /** Invoices and payments. */
    BILLING;

    /** The roles that may administer a clinic's accounts, which need one who has it. */
    public static final Set<Role> LEADING = Set.of(MANAGER, CLINIC_ADMIN);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no role has the code */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** @throws IllegalArgumentException when a code is unknown */
    public static Set<Role> of(String... codes) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(codes).map(Role::of).forEach(roles::add);
        return Set.copyOf(roles);
    }

    /** The codes in the roles' order. */
    public static String[] codes(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::code).toArray(String[]::new);
    }
}
