package org.carewright.identity.web;

import jakarta.servlet.http.HttpServletRequest;

/** The doors of staff and of patients: the pages are the same, below different paths. */
public final class Door {

    public static final String DESK = "/desk";
    public static final String PORTAL = "/portal";

    private Door() {}

    /** The path below which the page that is asked for lies. */
    public static String of(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(PORTAL) ? PORTAL : DESK;
    }
}
