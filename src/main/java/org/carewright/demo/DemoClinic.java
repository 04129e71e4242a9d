package org.carewright.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carewright.clinics.NewClinic;
import org.carewright.scheduling.catalogue.NewPractitioner.Window;

/**
 * A demo clinic as a whole.
 *
 * @param phonePrefix start of its patients' phone numbers, E.164; two digits follow
 * @param plans two of them; its first patient has the first
 * @param bundle of sessions; its first patient has one
 * @param staff the two practitioners, in the order of their logins
 */
record DemoClinic(
        NewClinic clinic,
        String receptionist,
        String manager,
        String billing,
        String privacyOfficer,
        List<Practitioner> staff,
        List<String> rooms,
        List<Service> services,
        List<Plan> plans,
        Bundle bundle,
        String closure,
        String phonePrefix,
        List<String> givenNames,
        List<String> familyNames) {

    /** @param pause the lunch break's start; it lasts an hour */
    record Practitioner(
            String name, String title, List<DayOfWeek> days, LocalTime from, LocalTime to, LocalTime pause) {

        List<Window> hours() {
            return windows(from, to);
        }

        List<Window> pauses() {
            return windows(pause, pause.plusHours(1));
        }

        private List<Window> windows(LocalTime start, LocalTime end) {
            return days.stream().map(day -> new Window(day, start, end)).toList();
        }
    }

    /**
     * @param practitioners indexes into {@link #staff}
     * @param rooms indexes into {@link #rooms}; none: needs no room
     */
    record Service(
            String name,
            String description,
            String speciality,
            String mode,
            int minutes,
            long priceMinor,
            long depositMinor,
            int seats,
            boolean approvalRequired,
            Set<Integer> practitioners,
            Set<Integer> rooms) {}

    /** A month of visits. @param service index into {@link #services}, null for any */
    record Plan(String name, Integer service, long priceMinor, int sessions) {}

    /** Sessions to be bought ahead, valid for a year. @param service index into {@link #services} */
    record Bundle(String name, int service, long priceMinor, int sessions) {}

    static List<DemoClinic> all() {
        return Stream.of(PosturePerfect.clinic(), Roshni.clinic()).toList();
    }

    String login(String name) {
        return name + "@" + clinic.slug() + ".example";
    }
}
