package org.carewright.test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.carewright.scheduling.Booking;
import org.carewright.scheduling.BookingService;
import org.carewright.scheduling.catalogue.NewPractitioner;
import org.carewright.scheduling.catalogue.NewPractitioner.Window;
import org.carewright.scheduling.catalogue.NewService;
import org.carewright.scheduling.catalogue.SchedulingSetup;
import org.carewright.scheduling.intake.BookingRequest;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clinics with a practitioner and services, and visits booked in them. */
@Component
public class TestVisits {

    /** Parts of what {@link #form()} says that stand nowhere else: to be looked for where they must not be. */
    public static final String[] CANARIES = {"Lindqvist", "@patient.example", "Knee after a fall"};

    private final TestClinics clinics;
    private final SchedulingSetup setup;
    private final BookingService bookings;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;

    TestVisits(
            TestClinics clinics,
            SchedulingSetup setup,
            BookingService bookings,
            ClinicScope scope,
            PlatformTransactionManager transactions) {
        this.clinics = clinics;
        this.setup = setup;
        this.bookings = bookings;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A clinic whose one practitioner works every day from 8 to 18 o'clock.
     *
     * @param visit 60 minutes for 8000 minor units, confirmed at once
     * @param onRequest the same with approval
     * @param group the same with 5 seats
     */
    public record Practice(TestClinic clinic, UUID practitioner, UUID visit, UUID onRequest, UUID group) {}

    public Practice open() {
        return open(TestClinics.ZONE, null);
    }

    public Practice open(ZoneId zone, UUID practitionerAccount) {
        return open(clinics.open(zone), practitionerAccount);
    }

    /** @param practitionerAccount who signs in as the practitioner, null for nobody */
    public Practice open(TestClinic clinic, UUID practitionerAccount) {
        return scope.call(
                clinic.id(),
                () -> transaction.execute(status -> {
                    var hours = Arrays.stream(DayOfWeek.values())
                            .map(day -> new Window(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
                            .toList();
                    var practitioner = setup.createPractitioner(
                            clinic.locationId(),
                            new NewPractitioner(practitionerAccount, "Dana Reed", "PT", hours, List.of(), 0));
                    return new Practice(
                            clinic,
                            practitioner,
                            setup.createService(service("Follow-up", 1, false, practitioner)),
                            setup.createService(service("Assessment", 1, true, practitioner)),
                            setup.createService(service("Group", 5, false, practitioner)));
                }));
    }

    /** Another service of the practice, of 60 minutes for 8000, that is kept by a deposit. */
    public UUID withDeposit(Practice practice, boolean approval, long depositMinor) {
        var service = new NewService(
                "Long session",
                "",
                "pt",
                "in_person",
                60,
                8000,
                depositMinor,
                0,
                0,
                0,
                365,
                1,
                approval,
                false,
                Set.of(practice.practitioner()),
                Set.of(),
                0);
        return scope.call(practice.clinic().id(), () -> transaction.execute(status -> setup.createService(service)));
    }

    private static NewService service(String name, int seats, boolean approval, UUID practitioner) {
        return new NewService(
                name,
                "",
                "pt",
                "in_person",
                60,
                8000,
                0,
                0,
                0,
                0,
                365,
                seats,
                approval,
                false,
                Set.of(practitioner),
                Set.of(),
                0);
    }

    /** Values of a booking form that are all right. */
    public static Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("givenName", "Mira");
        form.put("familyName", "Lindqvist");
        form.put("email", "mira." + UUID.randomUUID() + "@patient.example");
        form.put("phone", "+12125550123");
        form.put("preferredChannel", "both");
        form.put("reason", "Knee after a fall");
        form.put("privacyAccepted", true);
        return form;
    }

    public BookingRequest request(Practice practice, UUID service, Instant start) {
        return new BookingRequest(
                service, practice.practitioner(), start, null, form(), "America/New_York", "en", null);
    }

    public Booking book(Practice practice, UUID service, Instant start) {
        return book(practice, service, start, UnaryOperator.identity());
    }

    /** @param change to the form before it is sent */
    public Booking book(Practice practice, UUID service, Instant start, UnaryOperator<Map<String, Object>> change) {
        var request = request(practice, service, start);
        var changed = new BookingRequest(
                request.serviceId(),
                request.practitionerId(),
                request.start(),
                null,
                change.apply(request.form()),
                request.timeZoneShown(),
                request.language(),
                null);
        return scope.call(practice.clinic().id(), () -> bookings.book(changed));
    }
}
