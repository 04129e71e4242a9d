package org.carewright.bench;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carewright.scheduling.catalogue.NewPractitioner;
import org.carewright.scheduling.catalogue.NewPractitioner.Window;
import org.carewright.scheduling.catalogue.NewService;
import org.carewright.scheduling.catalogue.SchedulingSetup;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;

/**
 * A big clinic: 20 practitioners who work every day from 8 to 18 o'clock.
 *
 * @param visit 60 minutes, may begin each quarter of an hour
 */
record BenchClinic(TestClinic clinic, List<UUID> practitioners, UUID visit) {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final int PRACTITIONERS = 20;
    static final int OPENS = 8;
    static final int VISITS_A_DAY = 10;
    static final int VISITS_ON_A_DAY = PRACTITIONERS * VISITS_A_DAY;
    static final int HORIZON_DAYS = 365;

    static BenchClinic open(TestClinics clinics, TestScheduling scheduling, SchedulingSetup setup) {
        var clinic = clinics.open(ZONE);
        return scheduling.in(clinic, () -> {
            var practitioners = IntStream.range(0, PRACTITIONERS)
                    .mapToObj(number -> setup.createPractitioner(clinic.locationId(), practitioner(number)))
                    .toList();
            return new BenchClinic(
                    clinic, practitioners, setup.createService(service(new LinkedHashSet<>(practitioners))));
        });
    }

    private static NewPractitioner practitioner(int number) {
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new Window(day, LocalTime.of(OPENS, 0), LocalTime.of(OPENS + VISITS_A_DAY, 0)))
                .toList();
        return new NewPractitioner(null, "Practitioner " + number, "PT", hours, List.of(), number);
    }

    private static NewService service(Set<UUID> practitioners) {
        return new NewService(
                "Follow-up",
                "",
                "pt",
                "in_person",
                60,
                8000,
                0,
                0,
                0,
                0,
                HORIZON_DAYS,
                1,
                false,
                false,
                practitioners,
                Set.of(),
                0);
    }
}
