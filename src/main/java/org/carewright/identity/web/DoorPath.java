package org.carewright.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.carewright.identity.Door;

/** The paths below which each door's pages lie, for mappings: the pages are the same at both. */
public final class DoorPath {

    public static final String DESK = "/desk";
    public static final String PORTAL = "/portal";

    private DoorPath() {}

    /** The path below which the page that is asked for lies. */
    public static String of(HttpServletRequest request) {
        return Door.at(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .path();
    }
}
