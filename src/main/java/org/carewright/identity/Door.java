package org.carewright.identity;

import java.util.Locale;

/** Where people come in (IAM-1): staff and operators at the desk, patients and family at the portal. */
public enum Door {
    DESK,
    PORTAL;

    /** The column's value. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Door of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The path below which the door's pages lie, e.g. {@code /desk}. */
    public String path() {
        return "/" + code();
    }

    public String signIn() {
        return path() + "/sign-in";
    }

    public String signOut() {
        return path() + "/sign-out";
    }

    /** The door whose pages the path lies among; the desk for everything that isn't the portal's. */
    public static Door at(String path) {
        return path.equals("/portal") || path.startsWith("/portal/") ? PORTAL : DESK;
    }
}
