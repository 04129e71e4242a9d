package org.carewright.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.carewright.scheduling.history.PastVisit;
import org.carewright.scheduling.history.VisitImport;
import org.springframework.stereotype.Component;

/** A believable past: what was booked in the last three months and how it ended. */
@Component
class DemoHistory {

    private static final int DAYS = 91;
    private static final int BOOKED_PERCENT = 62;
    private static final int COMPLETED_PERCENT = 84;
    private static final int CANCELLED_PERCENT = 94;
    private static final int GAP_MINUTES = 15;

    private final VisitImport visits;
    private final Clock clock;

    DemoHistory(VisitImport visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    /** Fills the calendar of the clinic in scope up to now. */
    void create(CreatedClinic clinic, List<UUID> patients) {
        var random = new Random(clinic.demo().clinic().slug().hashCode());
        var today = LocalDate.now(clock.withZone(clinic.demo().clinic().timeZone()));
        var past = new ArrayList<PastVisit>();
        for (var day = today.minusDays(DAYS); !day.isAfter(today); day = day.plusDays(1)) {
            for (var i = 0; i < clinic.practitioners().size(); i++) {
                past.addAll(day(clinic, patients, i, day, random));
            }
        }
        var now = clock.instant();
        visits.importAll(
                past.stream().filter(visit -> visit.endsAt().isBefore(now)).toList());
    }

    private List<PastVisit> day(CreatedClinic clinic, List<UUID> patients, int who, LocalDate day, Random random) {
        var practitioner = clinic.demo().staff().get(who);
        var visits = new ArrayList<PastVisit>();
        if (!practitioner.days().contains(day.getDayOfWeek())) {
            return visits;
        }
        var start = practitioner.from();
        while (start.isBefore(practitioner.to())) {
            var which = pickService(clinic, who, random);
            var end = start.plusMinutes(clinic.demo().services().get(which).minutes());
            if (start.isBefore(practitioner.pause()) && end.isAfter(practitioner.pause())) {
                start = practitioner.pause().plusHours(1);
                continue;
            }
            if (end.isAfter(practitioner.to()) || end.isBefore(start)) {
                break;
            }
            if (random.nextInt(100) < BOOKED_PERCENT) {
                visits.add(
                        visit(clinic, patients.get(random.nextInt(patients.size())), who, which, day, start, random));
            }
            start = end.plusMinutes(GAP_MINUTES);
        }
        return visits;
    }

    private static int pickService(CreatedClinic clinic, int practitioner, Random random) {
        var services = clinic.demo().services();
        var own = new ArrayList<Integer>();
        for (var i = 0; i < services.size(); i++) {
            if (services.get(i).practitioners().contains(practitioner)
                    && services.get(i).seats() == 1) {
                own.add(i);
            }
        }
        return own.get(random.nextInt(own.size()));
    }

    private static PastVisit visit(
            CreatedClinic clinic, UUID patient, int who, int which, LocalDate day, LocalTime start, Random random) {
        var service = clinic.demo().services().get(which);
        var zone = clinic.demo().clinic().timeZone();
        var startsAt = day.atTime(start).atZone(zone).toInstant();
        // Each practitioner keeps to one room, so no room is used twice at a time.
        var room = service.rooms().isEmpty() ? null : clinic.rooms().get(who);
        return new PastVisit(
                patient,
                clinic.services().get(which),
                clinic.practitioners().get(who),
                clinic.opened().mainLocationId(),
                room,
                startsAt,
                startsAt.plus(Duration.ofMinutes(service.minutes())),
                status(random.nextInt(100)),
                service.priceMinor(),
                clinic.demo().clinic().currency().getCurrencyCode(),
                zone.getId(),
                bookedAt(startsAt, random));
    }

    private static String status(int percent) {
        if (percent < COMPLETED_PERCENT) {
            return "completed";
        }
        return percent < CANCELLED_PERCENT ? "cancelled" : "no_show";
    }

    private static Instant bookedAt(Instant startsAt, Random random) {
        return startsAt.minus(Duration.ofHours(26L + random.nextInt(24 * 12)));
    }
}
