package org.carewright.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.carewright.patients.NewPatient;
import org.carewright.scheduling.BookingService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.intake.BookingRequest;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.scheduling.slots.Slot;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The next two weeks, booked the way patients book: each visit has its process, its reservations and its messages. */
@Component
class DemoBookings {

    static final int COUNT = 24;

    private static final Logger log = LoggerFactory.getLogger(DemoBookings.class);
    private static final int DAYS = 14;

    private final CatalogueService catalogue;
    private final AvailabilityService availability;
    private final BookingService bookings;
    private final ClinicScope scope;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoBookings(
            CatalogueService catalogue,
            AvailabilityService availability,
            BookingService bookings,
            ClinicScope scope,
            TransactionTemplate transactions,
            Clock clock) {
        this.catalogue = catalogue;
        this.availability = availability;
        this.bookings = bookings;
        this.scope = scope;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Books visits for a clinic that was just created. */
    void create(CreatedClinic clinic) {
        var booked = scope.call(clinic.opened().clinicId(), () -> bookAll(clinic.demo(), free(clinic)));
        log.info("Booked {} visits at {}", booked, clinic.demo().clinic().slug());
    }

    private int bookAll(DemoClinic demo, List<Free> free) {
        var random = new Random(demo.clinic().slug().hashCode());
        var people = DemoPatients.people(demo);
        var booked = 0;
        for (var i = 0; i < COUNT; i++) {
            var wanted = free.get(i % free.size());
            var start = wanted.slots().get(random.nextInt(wanted.slots().size()));
            if (book(demo, wanted.serviceId(), start, people.get(i % people.size()))) {
                booked++;
            }
        }
        return booked;
    }

    private boolean book(DemoClinic demo, UUID serviceId, Slot slot, NewPatient person) {
        try {
            bookings.book(new BookingRequest(
                    serviceId,
                    slot.practitionerId(),
                    slot.start(),
                    null,
                    form(person),
                    demo.clinic().timeZone().getId(),
                    person.language(),
                    null));
            return true;
        } catch (ProblemException e) {
            // An earlier demo visit has taken that time.
            return false;
        }
    }

    private static Map<String, Object> form(NewPatient person) {
        return Map.of(
                "givenName", person.givenName(),
                "familyName", person.familyName(),
                "email", person.email(),
                "phone", person.phone(),
                "preferredChannel", person.preferredChannel().code(),
                "privacyAccepted", true);
    }

    /** The free starts of each service that has any, looked up once: few of them are taken by these bookings. */
    private List<Free> free(CreatedClinic clinic) {
        var today = LocalDate.now(clock.withZone(clinic.demo().clinic().timeZone()));
        return transactions.execute(transaction -> {
            var free = new ArrayList<Free>();
            for (ServiceOffer service : catalogue.services()) {
                var slots = availability.search(service, Optional.empty(), today, today.plusDays(DAYS));
                if (!slots.isEmpty()) {
                    free.add(new Free(service.id(), slots));
                }
            }
            return free;
        });
    }

    private record Free(UUID serviceId, List<Slot> slots) {}
}
