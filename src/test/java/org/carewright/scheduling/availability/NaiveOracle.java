package org.carewright.scheduling.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The rules of design §10 once more, as slow and as literal as possible: every day is the set of its open minutes. For
 * one practitioner at one location, without rooms.
 */
final class NaiveOracle {

    private final AvailabilityQuestion question;
    private final List<TimeRange> taken;
    private final PractitionerCalendar practitioner;
    private final ZoneId zone;

    NaiveOracle(AvailabilityQuestion question, List<TimeRange> taken) {
        this.question = question;
        this.taken = taken;
        this.practitioner = question.practitioners().get(0);
        this.zone = question.sites().get(0).zone();
    }

    List<Instant> starts() {
        var starts = new ArrayList<Instant>();
        for (var date = question.from(); !date.isAfter(question.to()); date = date.plusDays(1)) {
            var open = openMinutes(date);
            var alsoTomorrow = new TreeSet<>(open);
            alsoTomorrow.addAll(openMinutes(date.plusDays(1)));
            Instant opening = null;
            for (var minute : open) {
                if (!open.contains(minute.minusSeconds(60))) {
                    opening = minute;
                }
                var onGrid = ChronoUnit.MINUTES.between(opening, minute)
                                % question.rules().stepMinutes()
                        == 0;
                if (onGrid && fits(minute, alsoTomorrow) && inTime(minute, date) && free(minute) && !full(date)) {
                    starts.add(minute);
                }
            }
        }
        return starts;
    }

    private TreeSet<Instant> openMinutes(LocalDate date) {
        var minutes = new TreeSet<Instant>();
        for (var closure : question.closures()) {
            if (!date.isBefore(closure.firstDay()) && !date.isAfter(closure.lastDay())) {
                return minutes;
            }
        }
        var override = practitioner.hours().overrides().get(date);
        var windows = override != null
                ? override
                : practitioner.hours().weekly().getOrDefault(date.getDayOfWeek(), List.of());
        for (var window : windows) {
            each(date, window.time(), minutes::add);
        }
        if (override == null) {
            for (var pause : practitioner.hours().breaks().getOrDefault(date.getDayOfWeek(), List.of())) {
                each(date, pause, minutes::remove);
            }
        }
        return minutes;
    }

    private void each(LocalDate date, WallClockRange time, java.util.function.Consumer<Instant> action) {
        var end = instant(date, time.toMinute());
        for (var minute = instant(date, time.fromMinute()); minute.isBefore(end); minute = minute.plusSeconds(60)) {
            action.accept(minute);
        }
    }

    private Instant instant(LocalDate date, int minute) {
        LocalDateTime local = date.plusDays(minute / 1440).atTime(minute % 1440 / 60, minute % 60);
        var offsets = zone.getRules().getValidOffsets(local);
        var transition = zone.getRules().getTransition(local);
        // In a gap: the offset before it, which is the same as moving forward by the gap.
        return local.toInstant(offsets.isEmpty() ? transition.getOffsetBefore() : offsets.get(0));
    }

    private boolean fits(Instant start, TreeSet<Instant> open) {
        for (var minute = 0; minute < question.rules().durationMinutes(); minute++) {
            if (!open.contains(start.plusSeconds(60L * minute))) {
                return false;
            }
        }
        return true;
    }

    private boolean inTime(Instant start, LocalDate date) {
        var rules = question.rules();
        var today = LocalDate.ofInstant(question.now(), zone);
        return !start.isBefore(question.now().plusSeconds(60L * rules.noticeMinutes()))
                && !date.isAfter(today.plusDays(rules.horizonDays()));
    }

    private boolean free(Instant start) {
        var rules = question.rules();
        var from = start.minusSeconds(60L * rules.beforeMinutes());
        var to = start.plusSeconds(60L * (rules.durationMinutes() + rules.afterMinutes()));
        return taken.stream()
                .noneMatch(range -> range.from().isBefore(to) && range.to().isAfter(from));
    }

    private boolean full(LocalDate date) {
        var limit = practitioner.perDayLimit();
        return limit != null
                && practitioner.visits().stream()
                                .filter(visit ->
                                        LocalDate.ofInstant(visit, zone).equals(date))
                                .count()
                        >= limit;
    }
}
