package org.carewright.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carewright.clinics.NewClinic;

/** A physiotherapy practice in New York. Everyone and everything in it is invented. */
final class PosturePerfect {

    private static final Set<Integer> BOTH = Set.of(0, 1);

    private PosturePerfect() {}

    static DemoClinic clinic() {
        return new DemoClinic(
                new NewClinic(
                        "posture-perfect",
                        "Posture Perfect Physiotherapy",
                        "physiotherapy",
                        ZoneId.of("America/New_York"),
                        Currency.getInstance("USD"),
                        Locale.US,
                        "US",
                        "#0f6e84",
                        "hello@posture-perfect.example",
                        "+12125550100",
                        "100 Example Avenue, Suite 4, New York, NY 10001",
                        "+12125550101"),
                "Rosa Marchetti",
                "Dana Whitfield",
                "Tomasz Nowak",
                "Helen Abara",
                List.of(
                        new DemoClinic.Practitioner(
                                "Amara Osei",
                                "PT, DPT",
                                List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
                                LocalTime.of(8, 0),
                                LocalTime.of(17, 0),
                                LocalTime.of(12, 0)),
                        new DemoClinic.Practitioner(
                                "Jonas Lindqvist",
                                "PT, OCS",
                                List.of(TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY),
                                LocalTime.of(10, 0),
                                LocalTime.of(19, 0),
                                LocalTime.of(14, 0))),
                List.of("Treatment room 1", "Treatment room 2", "Studio"),
                services(),
                List.of(
                        new DemoClinic.Plan("Four visits a month", null, 32000, 4),
                        new DemoClinic.Plan("Pilates twice a week", 3, 20000, 8)),
                new DemoClinic.Bundle("Ten follow-up visits", 1, 85000, 10),
                "Staff training day",
                "+121255501",
                List.of(
                        "Ada", "Miguel", "Naomi", "Tobias", "Leila", "Grace", "Dmitri", "Soo-jin", "Oliver", "Fatima",
                        "Ezra", "Camila", "Marcus", "Ingrid", "Kwame", "Hannah"),
                List.of(
                        "Abernathy",
                        "Castellan",
                        "Drummond",
                        "Eastwick",
                        "Farrow",
                        "Goldhaven",
                        "Hollis",
                        "Ibarra",
                        "Jessup",
                        "Kimura",
                        "Lockhart",
                        "Moreau",
                        "Northcott",
                        "Okafor",
                        "Pemberton",
                        "Quill"));
    }

    private static List<DemoClinic.Service> services() {
        return List.of(
                service("Initial assessment", "History, examination and a first plan", 60, 15000, BOTH, Set.of(0, 1)),
                service("Follow-up visit", "Treatment along your plan", 45, 9500, BOTH, Set.of(0, 1)),
                service("Manual therapy", "Hands-on treatment of one region", 30, 7500, BOTH, Set.of(0, 1)),
                new DemoClinic.Service(
                        "Group Pilates",
                        "Reformer and mat, six places",
                        "pt",
                        "in_person",
                        60,
                        3000,
                        0,
                        6,
                        false,
                        Set.of(1),
                        Set.of(2)),
                new DemoClinic.Service(
                        "Video consultation",
                        "Advice and exercise review from home",
                        "pt",
                        "video",
                        30,
                        6000,
                        0,
                        1,
                        false,
                        BOTH,
                        Set.of()),
                new DemoClinic.Service(
                        "Dry needling",
                        "After we have checked that it suits you",
                        "pt",
                        "in_person",
                        45,
                        11000,
                        0,
                        1,
                        true,
                        Set.of(0),
                        Set.of(0)),
                new DemoClinic.Service(
                        "Running analysis",
                        "On the treadmill, filmed, with a plan to run without pain",
                        "pt",
                        "in_person",
                        90,
                        18000,
                        4500,
                        1,
                        false,
                        BOTH,
                        Set.of(2)));
    }

    private static DemoClinic.Service service(
            String name, String description, int minutes, long cents, Set<Integer> practitioners, Set<Integer> rooms) {
        return new DemoClinic.Service(
                name, description, "pt", "in_person", minutes, cents, 0, 1, false, practitioners, rooms);
    }
}
