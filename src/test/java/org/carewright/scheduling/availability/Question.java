package org.carewright.scheduling.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Builds a question in a test's words: one practitioner at one location, unless a rule needs more. */
final class Question {

    static final UUID LOCATION = new UUID(0, 1);
    static final UUID PRACTITIONER = new UUID(0, 2);

    private final ZoneId zone;
    private int duration = 60;
    private int before;
    private int after;
    private int step = 60;
    private int notice;
    private int horizon = 365;
    private Integer serviceLimit;
    private Integer practitionerLimit;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private boolean roomNeeded;
    private final List<BusyTimes> rooms = new ArrayList<>();
    private final List<BusyTimes> equipment = new ArrayList<>();
    private final Map<DayOfWeek, List<Window>> weekly = new HashMap<>();
    private final Map<LocalDate, List<Window>> overrides = new HashMap<>();
    private final Map<DayOfWeek, List<WallClockRange>> breaks = new HashMap<>();
    private final List<Closure> closures = new ArrayList<>();
    private final List<TimeRange> timeOff = new ArrayList<>();
    private final List<TimeRange> busy = new ArrayList<>();
    private final List<Instant> visits = new ArrayList<>();
    private final List<Instant> serviceVisits = new ArrayList<>();
    private final Set<Instant> sessions = new HashSet<>();
    private final List<Site> furtherSites = new ArrayList<>();

    private Question(String zone) {
        this.zone = ZoneId.of(zone);
    }

    static Question in(String zone) {
        return new Question(zone);
    }

    Question visit(int minutes, int stepMinutes) {
        duration = minutes;
        step = stepMinutes;
        return this;
    }

    Question buffers(int beforeMinutes, int afterMinutes) {
        before = beforeMinutes;
        after = afterMinutes;
        return this;
    }

    Question notice(int minutes) {
        notice = minutes;
        return this;
    }

    Question horizon(int days) {
        horizon = days;
        return this;
    }

    Question limits(Integer ofPractitioner, Integer ofService) {
        practitionerLimit = ofPractitioner;
        serviceLimit = ofService;
        return this;
    }

    /** Now, as a local time of the zone. */
    Question now(String local) {
        now = at(local);
        return this;
    }

    Question now(Instant moment) {
        now = moment;
        return this;
    }

    Question open(DayOfWeek day, String from, String to) {
        return open(day, LOCATION, WallClockRange.of(from, to));
    }

    Question open(DayOfWeek day, UUID location, WallClockRange time) {
        weekly.computeIfAbsent(day, d -> new ArrayList<>()).add(new Window(location, time));
        return this;
    }

    Question openDaily(String from, String to) {
        for (var day : DayOfWeek.values()) {
            open(day, from, to);
        }
        return this;
    }

    Question override(String date, String... fromTo) {
        var windows = overrides.computeIfAbsent(LocalDate.parse(date), d -> new ArrayList<>());
        for (var i = 0; i < fromTo.length; i += 2) {
            windows.add(new Window(LOCATION, WallClockRange.of(fromTo[i], fromTo[i + 1])));
        }
        return this;
    }

    Question pause(DayOfWeek day, String from, String to) {
        breaks.computeIfAbsent(day, d -> new ArrayList<>()).add(WallClockRange.of(from, to));
        return this;
    }

    Question closed(UUID location, String first, String last) {
        closures.add(new Closure(location, LocalDate.parse(first), LocalDate.parse(last)));
        return this;
    }

    Question timeOff(String from, String to) {
        timeOff.add(range(from, to));
        return this;
    }

    Question busy(String from, String to) {
        busy.add(range(from, to));
        return this;
    }

    Question busy(TimeRange range) {
        busy.add(range);
        return this;
    }

    Question room(TimeRange... taken) {
        roomNeeded = true;
        rooms.add(BusyTimes.of(List.of(taken)));
        return this;
    }

    Question needsRoom() {
        roomNeeded = true;
        return this;
    }

    Question equipment(TimeRange... taken) {
        equipment.add(BusyTimes.of(List.of(taken)));
        return this;
    }

    Question visitOfPractitioner(String start) {
        visits.add(at(start));
        return this;
    }

    Question visitOfService(String start) {
        serviceVisits.add(at(start));
        return this;
    }

    Question session(String start) {
        sessions.add(at(start));
        return this;
    }

    Question furtherSite(UUID location, String otherZone) {
        furtherSites.add(Site.of(location, ZoneId.of(otherZone)));
        return this;
    }

    TimeRange range(String from, String to) {
        return new TimeRange(at(from), at(to));
    }

    Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    AvailabilityQuestion ask(String from, String to) {
        var sites = new ArrayList<Site>();
        sites.add(new Site(LOCATION, zone, roomNeeded, rooms, equipment));
        sites.addAll(furtherSites);
        return new AvailabilityQuestion(
                new VisitRules(duration, before, after, step, notice, horizon, serviceLimit),
                LocalDate.parse(from),
                LocalDate.parse(to),
                now,
                sites,
                closures,
                List.of(new PractitionerCalendar(
                        PRACTITIONER,
                        new OpeningHours(weekly, overrides, breaks),
                        practitionerLimit,
                        BusyTimes.of(timeOff),
                        BusyTimes.of(busy),
                        visits,
                        sessions)),
                serviceVisits);
    }

    List<Offer> offers(String from, String to) {
        return AvailabilityCalculator.offers(ask(from, to));
    }

    /** The starts of one day with their offsets, {@code 09:00-05:00}. */
    List<String> startsOn(String date) {
        return offers(date, date).stream()
                .map(offer -> offer.start().atZone(zone))
                .map(start -> start.toLocalTime() + start.getOffset().toString())
                .toList();
    }

    /** The local starts of one day, {@code 09:00}. */
    List<String> localStartsOn(String date) {
        return offers(date, date).stream()
                .map(Offer::start)
                .map(start -> ZonedDateTime.ofInstant(start, zone).toLocalTime().toString())
                .toList();
    }
}
