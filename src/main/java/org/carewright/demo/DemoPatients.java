package org.carewright.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.springframework.stereotype.Component;

/** Invented patients, the same at each start. Their addresses end in {@code .example}: no mail can reach anyone. */
@Component
class DemoPatients {

    static final int COUNT = 48;

    private static final PreferredChannel[] CHANNELS = {
        PreferredChannel.BOTH, PreferredChannel.EMAIL, PreferredChannel.SMS, PreferredChannel.BOTH
    };

    private final PatientService patients;

    DemoPatients(PatientService patients) {
        this.patients = patients;
    }

    /** Creates the patients in the clinic in scope. */
    List<UUID> create(DemoClinic demo) {
        return people(demo).stream()
                .map(person ->
                        patients.findOrCreate(person, demo.clinic().country()).id())
                .toList();
    }

    /** The people as they would type themselves into the booking form. */
    static List<NewPatient> people(DemoClinic demo) {
        var random = new Random(demo.clinic().slug().hashCode());
        var people = new ArrayList<NewPatient>();
        for (var i = 0; i < COUNT; i++) {
            var given = demo.givenNames().get(i % demo.givenNames().size());
            // A different stride, so that no name comes twice.
            var family = demo.familyNames()
                    .get((i + i / demo.givenNames().size() * 5)
                            % demo.familyNames().size());
            people.add(new NewPatient(
                    given,
                    family,
                    (given + "." + family).toLowerCase(Locale.ROOT) + "@patient.example",
                    demo.phonePrefix() + "%02d".formatted(i + 10),
                    CHANNELS[random.nextInt(CHANNELS.length)],
                    "en"));
        }
        return people;
    }
}
