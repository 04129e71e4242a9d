package org.carewright.identity.session;

import java.time.Instant;

/**
 * A session as its owner sees it; never its id, which opens it.
 *
 * @param browser {@code firefox}, {@code edge}, {@code chrome}, {@code safari} or {@code other}
 * @param system {@code windows}, {@code android}, {@code ios}, {@code macos}, {@code linux} or {@code other}
 */
public record OpenSession(String browser, String system, Instant signedInAt, Instant lastActiveAt, boolean current) {

    static OpenSession of(SessionFacts facts, boolean current) {
        return new OpenSession(
                browser(facts.device()), system(facts.device()), facts.signedInAt(), facts.lastActiveAt(), current);
    }

    /** Browsers name each other, so the order counts. */
    private static String browser(String device) {
        if (device.contains("Firefox/")) {
            return "firefox";
        }
        if (device.contains("Edg/")) {
            return "edge";
        }
        if (device.contains("Chrome/")) {
            return "chrome";
        }
        return device.contains("Safari/") ? "safari" : "other";
    }

    private static String system(String device) {
        if (device.contains("Windows")) {
            return "windows";
        }
        if (device.contains("Android")) {
            return "android";
        }
        if (device.contains("iPhone") || device.contains("iPad")) {
            return "ios";
        }
        if (device.contains("Mac OS")) {
            return "macos";
        }
        return device.contains("Linux") ? "linux" : "other";
    }
}
