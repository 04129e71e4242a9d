package org.carewright.test;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.carewright.clinics.ClinicService;
import org.carewright.clinics.NewClinic;
import org.springframework.stereotype.Component;

/** Opens clinics for tests; each test works in its own, so that tests don't disturb each other. */
@Component
public class TestClinics {

    /** Where they are unless a test says otherwise. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        // What comes by another thread comes within a moment, except on a machine with much else to do.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        // A thread that an earlier test left and that ends badly isn't this test's matter.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final ClinicService clinics;

    TestClinics(ClinicService clinics) {
        this.clinics = clinics;
    }

    /** A clinic in New York with data keys and a text message number of its own. */
    public TestClinic open() {
        return open(ZONE);
    }

    /** A clinic in that zone with data keys and a text message number of its own. */
    public TestClinic open(ZoneId zone) {
        return open(zone, Currency.getInstance("USD"));
    }

    /** A clinic that takes money in that currency. */
    public TestClinic open(ZoneId zone, Currency currency) {
        var number = NUMBER.incrementAndGet();
        var slug = "test-clinic-" + number;
        var smsSender = "+1555010%04d".formatted(number);
        var opened = clinics.create(new NewClinic(
                slug,
                "Test clinic " + number,
                "physiotherapy",
                zone,
                currency,
                Locale.US,
                "US",
                "#0f6e84",
                slug + "@clinic.example",
                "+15550109999",
                "1 Main Street",
                smsSender));
        return new TestClinic(opened.clinicId(), opened.mainLocationId(), slug, smsSender, zone);
    }

    /** @param smsSender the number its text messages come from, E.164 */
    public record TestClinic(UUID id, UUID locationId, String slug, String smsSender, ZoneId zone) {}
}
