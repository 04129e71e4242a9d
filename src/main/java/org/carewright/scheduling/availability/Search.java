package org.carewright.scheduling.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One practitioner at one location, day after day. */
final class Search {

    private final AvailabilityQuestion question;
    private final Site site;
    private final PractitionerCalendar practitioner;
    private final StartsOfVisits visits;
    private final StartsOfVisits serviceVisits;
    private final Set<Long> offered;
    private final List<Offer> offers;
    private final Set<Long> openSessions;
    private final long earliest;
    private final long step;
    private final long duration;
    private final long before;
    private final long after;

    /** @param offered the practitioner's starts found so far, at other locations */
    Search(
            AvailabilityQuestion question,
            Site site,
            PractitionerCalendar practitioner,
            StartsOfVisits visits,
            StartsOfVisits serviceVisits,
            Set<Long> offered,
            List<Offer> offers) {
        this.question = question;
        this.site = site;
        this.practitioner = practitioner;
        this.visits = visits;
        this.serviceVisits = serviceVisits;
        this.offered = offered;
        this.offers = offers;
        var rules = question.rules();
        this.openSessions = practitioner.openSessions().stream()
                .map(Instant::getEpochSecond)
                .collect(Collectors.toSet());
        this.earliest = Seconds.atOrAfter(question.now()) + rules.noticeMinutes() * Seconds.MINUTE;
        this.step = rules.stepMinutes() * Seconds.MINUTE;
        this.duration = rules.durationMinutes() * Seconds.MINUTE;
        this.before = rules.beforeMinutes() * Seconds.MINUTE;
        this.after = rules.afterMinutes() * Seconds.MINUTE;
    }

    void run() {
        var today = question.now().atZone(site.zone()).toLocalDate();
        var first = later(question.from(), today);
        var last = earlier(question.to(), today.plusDays(question.rules().horizonDays()));
        var day = openDay(first);
        while (!day.date().isAfter(last)) {
            var next = openDay(day.date().plusDays(1));
            if (!day.windows().isEmpty()) {
                offerDay(day, next);
            }
            day = next;
        }
    }

    private OpenDay openDay(LocalDate date) {
        return OpenDay.of(practitioner.hours(), site, question.closures(), date);
    }

    private void offerDay(OpenDay day, OpenDay next) {
        var full = isFull(day.date());
        for (var window : day.windows()) {
            var lastEnd = day.lastEnd(window, next);
            for (var start = firstOnGrid(window);
                    start < window.closes() && start + duration <= lastEnd;
                    start += step) {
                if (isFree(start, full) && offered.add(start)) {
                    offers.add(new Offer(
                            Instant.ofEpochSecond(start),
                            Instant.ofEpochSecond(start + duration),
                            practitioner.practitionerId(),
                            site.locationId()));
                }
            }
        }
    }

    private long firstOnGrid(OpenDay.Range window) {
        var late = earliest - window.opens();
        return late <= 0 ? window.opens() : window.opens() + (late + step - 1) / step * step;
    }

    private boolean isFree(long start, boolean full) {
        var blockedFrom = start - before;
        var blockedTo = start + duration + after;
        if (practitioner.timeOff().meets(blockedFrom, blockedTo)) {
            return false;
        }
        // A seat in a group visit that is there anyway takes nothing more of anyone's time.
        if (openSessions.contains(start)) {
            return true;
        }
        return !full && !practitioner.busy().meets(blockedFrom, blockedTo) && site.isFree(blockedFrom, blockedTo);
    }

    private boolean isFull(LocalDate date) {
        var serviceLimit = question.rules().perDayLimit();
        if (serviceLimit == null && practitioner.perDayLimit() == null) {
            return false;
        }
        var from = WallClockRange.moment(date, 0, site.zone());
        var to = WallClockRange.moment(date, WallClockRange.END_OF_DAY, site.zone());
        return visits.reach(practitioner.perDayLimit(), from, to) || serviceVisits.reach(serviceLimit, from, to);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
