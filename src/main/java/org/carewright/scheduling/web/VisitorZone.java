package org.carewright.scheduling.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.WebUtils;

/**
 * The zone in which a visitor reads times: the one chosen on the page, else the one the browser told with a cookie
 * (app.js), else the clinic's.
 */
final class VisitorZone {

    static final String PARAMETER = "zone";

    private static final String COOKIE = "cw-zone";
    private static final int LONGEST = 60;
    private static final List<String> REGIONS =
            List.of("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/");
    /** Names that browsers still tell although the places are called differently now. */
    private static final Map<String, String> RENAMED = Map.of(
            "Asia/Calcutta", "Asia/Kolkata",
            "Asia/Katmandu", "Asia/Kathmandu",
            "Asia/Rangoon", "Asia/Yangon",
            "Asia/Saigon", "Asia/Ho_Chi_Minh",
            "Europe/Kiev", "Europe/Kyiv");

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> REGIONS.stream().anyMatch(id::startsWith))
            .sorted()
            .toList();

    private VisitorZone() {}

    /** The visitor's zone; a choice made with this request is kept for the next ones. */
    static ZoneId of(HttpServletRequest request, HttpServletResponse response, ZoneId clinicZone) {
        var chosen = parse(request.getParameter(PARAMETER));
        chosen.ifPresent(zone -> keep(request, response, zone));
        return chosen.or(() -> kept(request)).orElse(clinicZone);
    }

    private static Optional<ZoneId> kept(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> parse(URLDecoder.decode(value, StandardCharsets.UTF_8)));
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, ZoneId zone) {
        var cookie = new Cookie(COOKIE, URLEncoder.encode(zone.getId(), StandardCharsets.UTF_8));
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<ZoneId> parse(String id) {
        return id != null
                        && id.length() <= LONGEST
                        && ZoneId.getAvailableZoneIds().contains(id)
                ? Optional.of(ZoneId.of(RENAMED.getOrDefault(id, id)))
                : Optional.empty();
    }

    /** The zones to choose from, these two first. */
    static List<Choice> choices(ZoneId shown, ZoneId clinicZone, Instant at) {
        return Stream.concat(Stream.of(shown.getId(), clinicZone.getId()), ZONES.stream())
                .distinct()
                .map(id -> new Choice(id, id.replace('_', ' ') + " (" + offset(ZoneId.of(id), at) + ")"))
                .toList();
    }

    /** A zone as people call it, e.g. {@code Eastern Time (New York)}. */
    static String name(ZoneId zone, Locale locale) {
        var id = zone.getId();
        var city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        var name = zone.getDisplayName(TextStyle.FULL, locale);
        return name.equals(id) || Arrays.asList(id.split("/")).contains(name) ? city : name + " (" + city + ")";
    }

    private static String offset(ZoneId zone, Instant at) {
        return "UTC" + DateTimeFormatter.ofPattern("xxx").format(at.atZone(zone));
    }

    /** A zone to choose. */
    record Choice(String id, String label) {}
}
