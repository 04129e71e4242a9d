package org.carewright.scheduling.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The windows of a practitioner at a location on one day as moments: merged, breaks taken out, in order. */
record OpenDay(LocalDate date, List<Range> windows) {

    /** Seconds since the epoch, end not included. */
    record Range(long opens, long closes) {}

    static OpenDay of(OpeningHours hours, Site site, List<Closure> closures, LocalDate date) {
        for (var closure : closures) {
            if (closure.covers(site.locationId(), date)) {
                return new OpenDay(date, List.of());
            }
        }
        var ranges = new ArrayList<Range>();
        for (var window : hours.windows(date)) {
            if (window.locationId().equals(site.locationId())) {
                addMoments(ranges, window.time(), date, site);
            }
        }
        if (ranges.isEmpty()) {
            return new OpenDay(date, List.of());
        }
        var open = merge(ranges);
        for (var pause : hours.breaksOn(date)) {
            open = without(pause, open, date, site);
        }
        return new OpenDay(date, open);
    }

    /** Where visits of the window must have ended: at its closing, or at that of the next day's window it runs into. */
    long lastEnd(Range window, OpenDay next) {
        return !next.windows.isEmpty() && next.windows.get(0).opens == window.closes
                ? next.windows.get(0).closes
                : window.closes;
    }

    private static void addMoments(List<Range> ranges, WallClockRange time, LocalDate date, Site site) {
        var opens = WallClockRange.moment(date, time.fromMinute(), site.zone());
        var closes = WallClockRange.moment(date, time.toMinute(), site.zone());
        // Where the clocks change, a window inside the gap has no length.
        if (opens < closes) {
            ranges.add(new Range(opens, closes));
        }
    }

    private static List<Range> merge(List<Range> ranges) {
        if (ranges.size() == 1) {
            return ranges;
        }
        ranges.sort(Comparator.comparingLong(Range::opens));
        var merged = new ArrayList<Range>();
        var current = ranges.get(0);
        for (var range : ranges.subList(1, ranges.size())) {
            if (range.opens <= current.closes) {
                current = new Range(current.opens, Math.max(current.closes, range.closes));
            } else {
                merged.add(current);
                current = range;
            }
        }
        merged.add(current);
        return merged;
    }

    private static List<Range> without(WallClockRange pause, List<Range> open, LocalDate date, Site site) {
        var starts = WallClockRange.moment(date, pause.fromMinute(), site.zone());
        var ends = WallClockRange.moment(date, pause.toMinute(), site.zone());
        if (starts >= ends) {
            return open;
        }
        var left = new ArrayList<Range>();
        for (var range : open) {
            if (range.opens < Math.min(starts, range.closes)) {
                left.add(new Range(range.opens, Math.min(starts, range.closes)));
            }
            if (Math.max(ends, range.opens) < range.closes) {
                left.add(new Range(Math.max(ends, range.opens), range.closes));
            }
        }
        return left;
    }
}
