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

/** A therapy centre in India with the services and prices of seed 003; people and places are invented. */
final class Roshni {

    private static final Set<Integer> BOTH = Set.of(0, 1);
    private static final Set<Integer> THERAPY_ROOMS = Set.of(0, 1);

    private Roshni() {}

    static DemoClinic clinic() {
        return new DemoClinic(
                new NewClinic(
                        "roshni",
                        "Roshni Clinic",
                        "therapy",
                        ZoneId.of("Asia/Kolkata"),
                        Currency.getInstance("INR"),
                        Locale.forLanguageTag("en-IN"),
                        "IN",
                        "#8a3b12",
                        "namaste@roshni.example",
                        "+919900000100",
                        "14 Example Marg, Pune 411001",
                        "+919900000101"),
                "Meera Kulkarni",
                "Arvind Rao",
                "Sunita Deshmukh",
                "Imran Shaikh",
                List.of(
                        new DemoClinic.Practitioner(
                                "Kavya Iyer",
                                "M.Sc. (SLP)",
                                List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY),
                                LocalTime.of(9, 30),
                                LocalTime.of(18, 0),
                                LocalTime.of(13, 0)),
                        new DemoClinic.Practitioner(
                                "Farhan Siddiqui",
                                "BOT, BPT",
                                List.of(MONDAY, TUESDAY, THURSDAY, FRIDAY, SATURDAY),
                                LocalTime.of(10, 0),
                                LocalTime.of(19, 0),
                                LocalTime.of(14, 0))),
                List.of("Therapy room A", "Therapy room B", "Group hall"),
                services(),
                List.of(
                        new DemoClinic.Plan("Four sessions a month", null, 280_000, 4),
                        new DemoClinic.Plan("Speech therapy twice a week", 0, 560_000, 8)),
                new DemoClinic.Bundle("Ten physiotherapy sessions", 2, 600_000, 10),
                "Festival holiday",
                "+9199000002",
                List.of(
                        "Aarav",
                        "Diya",
                        "Ishaan",
                        "Zoya",
                        "Kabir",
                        "Ananya",
                        "Rehan",
                        "Tara",
                        "Vihaan",
                        "Noor",
                        "Advait",
                        "Lakshmi",
                        "Joseph",
                        "Harpreet",
                        "Sana",
                        "Rohan"),
                List.of(
                        "Bhatnagar",
                        "Chitnis",
                        "Deshmukh",
                        "Elavarasan",
                        "Fernandes",
                        "Ghoshal",
                        "Hegde",
                        "Inamdar",
                        "Joshi",
                        "Khanna",
                        "Lobo",
                        "Menon",
                        "Nair",
                        "Oberoi",
                        "Pillai",
                        "Qureshi"));
    }

    private static List<DemoClinic.Service> services() {
        return List.of(
                service("Speech Therapy Session", "Individual speech and language therapy", "slp", 80_000, Set.of(0)),
                service("Occupational Therapy Session", "Individual occupational therapy", "ot", 75_000, Set.of(1)),
                service("Physiotherapy Session", "Individual physiotherapy session", "pt", 70_000, Set.of(1)),
                new DemoClinic.Service(
                        "Group Speech Therapy",
                        "Group speech therapy session",
                        "slp",
                        "in_person",
                        60,
                        50_000,
                        0,
                        5,
                        false,
                        Set.of(0),
                        Set.of(2)),
                new DemoClinic.Service(
                        "Assessment Session",
                        "Initial patient assessment",
                        "slp",
                        "in_person",
                        90,
                        120_000,
                        0,
                        1,
                        true,
                        BOTH,
                        THERAPY_ROOMS));
    }

    private static DemoClinic.Service service(
            String name, String description, String speciality, long paise, Set<Integer> practitioners) {
        return new DemoClinic.Service(
                name, description, speciality, "in_person", 45, paise, 0, 1, false, practitioners, THERAPY_ROOMS);
    }
}
