package org.carewright.patients.portal;

import java.time.Instant;
import java.util.List;

/**
 * One thing on the portal's home page.
 *
 * @param kind key part of its texts: {@code portal.card.<kind>} is the title, {@code portal.card.<kind>.text} the line below
 * @param icon a Bootstrap icon's name without {@code bi-}
 * @param at the moment it is about, shown in the clinic's zone; null for none
 * @param arguments for its line
 * @param page where it leads, a path on this server; null for nowhere
 */
public record PortalCard(String kind, String icon, Instant at, List<Object> arguments, String page) {}
