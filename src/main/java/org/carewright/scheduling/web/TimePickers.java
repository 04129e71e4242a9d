package org.carewright.scheduling.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.scheduling.slots.Except;
import org.carewright.scheduling.slots.Slot;
import org.carewright.scheduling.web.TimePicker.Day;
import org.carewright.scheduling.web.TimePicker.Part;
import org.carewright.scheduling.web.TimePicker.Time;
import org.springframework.stereotype.Component;

/** Looks up free times and arranges them in the visitor's weeks and days. */
@Component
class TimePickers {

    private static final int WEEK = 7;
    private static final int DAWN = 6;
    private static final int NOON = 12;
    private static final int EVENING = 17;

    private final AvailabilityService availability;
    private final Clock clock;

    TimePickers(AvailabilityService availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * @param practitionerId empty for any
     * @param day the day asked for, or null for the first one with free times
     */
    record Wish(ServiceOffer service, Optional<UUID> practitionerId, LocalDate day, Except except) {}

    /** The week of the day asked for; without one, the first week with a free time. In the clinic's scope. */
    TimePicker pick(Wish wish, ZoneId zone, ZoneId clinicZone, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var last = today.plusDays(wish.service().horizonDays());
        var asked =
                wish.day() == null || wish.day().isBefore(today) || wish.day().isAfter(last) ? today : wish.day();
        var first = today.plusDays((asked.toEpochDay() - today.toEpochDay()) / WEEK * WEEK);
        var times = times(wish, first, zone);
        if (times.isEmpty() && wish.day() == null) {
            var nextFree = nextFree(wish, first, zone);
            if (nextFree != null) {
                return pick(
                        new Wish(wish.service(), wish.practitionerId(), nextFree, wish.except()),
                        zone,
                        clinicZone,
                        locale);
            }
        }
        var selected = selected(times, asked);
        return new TimePicker(
                zone,
                VisitorZone.name(zone, locale),
                sameClock(zone, clinicZone, selected == null ? first : selected)
                        ? null
                        : VisitorZone.name(clinicZone, locale),
                first,
                first.isAfter(today) ? first.minusDays(WEEK) : null,
                first.plusDays(WEEK).isAfter(last) ? null : first.plusDays(WEEK),
                days(times, first),
                selected,
                selected == null ? List.of() : parts(times.get(selected), clinicZone, locale),
                times.isEmpty() ? nextFree(wish, first.plusDays(WEEK), zone) : null);
    }

    /** Each free moment once, by the visitor's day. The clinic's day may be the one before or after. */
    private Map<LocalDate, List<ZonedDateTime>> times(Wish wish, LocalDate first, ZoneId zone) {
        var slots = availability.search(
                wish.service(), wish.practitionerId(), first.minusDays(1), first.plusDays(WEEK), wish.except());
        var byDay = new TreeMap<LocalDate, List<ZonedDateTime>>();
        slots.stream()
                .map(Slot::start)
                .distinct()
                .sorted()
                .map(start -> start.atZone(zone))
                .filter(start -> !start.toLocalDate().isBefore(first)
                        && start.toLocalDate().isBefore(first.plusDays(WEEK)))
                .forEach(start -> byDay.computeIfAbsent(start.toLocalDate(), day -> new ArrayList<>())
                        .add(start));
        return byDay;
    }

    private LocalDate nextFree(Wish wish, LocalDate from, ZoneId zone) {
        return availability
                .nextFree(
                        wish.service(),
                        wish.practitionerId(),
                        from.atStartOfDay(zone).toInstant(),
                        1)
                .stream()
                .map(slot -> LocalDate.ofInstant(slot.start(), zone))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate selected(Map<LocalDate, List<ZonedDateTime>> times, LocalDate asked) {
        if (times.containsKey(asked)) {
            return asked;
        }
        return times.keySet().stream()
                .filter(day -> day.isAfter(asked))
                .findFirst()
                .or(() -> times.keySet().stream().findFirst())
                .orElse(null);
    }

    private static List<Day> days(Map<LocalDate, List<ZonedDateTime>> times, LocalDate first) {
        var days = new ArrayList<Day>();
        for (var i = 0; i < WEEK; i++) {
            var date = first.plusDays(i);
            days.add(new Day(date, times.getOrDefault(date, List.of()).size()));
        }
        return days;
    }

    private static List<Part> parts(List<ZonedDateTime> times, ZoneId clinicZone, Locale locale) {
        var format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        var parts = new LinkedHashMap<String, List<Time>>();
        for (var time : times) {
            var there = time.withZoneSameInstant(clinicZone);
            var differs = !there.toLocalDateTime().equals(time.toLocalDateTime());
            parts.computeIfAbsent(partOf(time), part -> new ArrayList<>())
                    .add(new Time(time.toInstant(), format.format(time), differs ? format.format(there) : null));
        }
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    private static String partOf(ZonedDateTime time) {
        if (time.getHour() < DAWN) {
            return "night";
        }
        if (time.getHour() < NOON) {
            return "morning";
        }
        return time.getHour() < EVENING ? "afternoon" : "evening";
    }

    private static boolean sameClock(ZoneId zone, ZoneId clinicZone, LocalDate day) {
        var start = day.atTime(NOON, 0);
        return zone.getRules().getOffset(start).equals(clinicZone.getRules().getOffset(start));
    }
}
