package org.carewright.scheduling.setup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.scheduling.setup.SetupMapper.HoursRow;
import org.carewright.scheduling.setup.SetupMapper.ServiceRow;
import org.carewright.scheduling.setup.WorkingPractitioner.Hours;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has been set up for the clinic in scope, as those see it who set it up, and taking it back. New rooms,
 * practitioners and services are made by {@link org.carewright.scheduling.catalogue.SchedulingSetup}.
 */
@Service
@Transactional(readOnly = true)
public class ClinicSetup {

    private final SetupMapper setup;

    ClinicSetup(SetupMapper setup) {
        this.setup = setup;
    }

    /** A room, or a piece of equipment. @param active false: out of use */
    public record Resource(UUID id, String name, boolean room, boolean active) {}

    public SetupFacts facts() {
        return setup.facts();
    }

    /** The rooms in use. */
    public List<Resource> rooms() {
        return setup.rooms();
    }

    /** Everyone who sees patients, by position and name. */
    public List<WorkingPractitioner> practitioners() {
        var hours = byPractitioner(setup.hours());
        var pauses = byPractitioner(setup.pauses());
        return setup.practitioners().stream()
                .map(row -> new WorkingPractitioner(
                        row.id(),
                        row.name(),
                        row.title(),
                        hours.getOrDefault(row.id(), List.of()),
                        pauses.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<UUID, List<Hours>> byPractitioner(List<HoursRow> rows) {
        return rows.stream().collect(groupingBy(HoursRow::practitionerId, mapping(ClinicSetup::toHours, toList())));
    }

    /** Everything that can be booked, by position and name. @param currency of its prices */
    public List<OfferedService> services(Currency currency) {
        return setup.services(false).stream()
                .map(row -> toService(row, currency))
                .toList();
    }

    /** As {@link #services}, and the archived ones after them. */
    public List<OfferedService> allServices(Currency currency) {
        return setup.services(true).stream()
                .map(row -> toService(row, currency))
                .toList();
    }

    /** Takes a practitioner out of the clinic's offer; visits that are booked stay. @throws ProblemException 404 */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removePractitioner(UUID id) {
        found(setup.deactivatePractitioner(id));
    }

    /** Takes a service out of the clinic's offer; visits that are booked stay. @throws ProblemException 404 */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeService(UUID id) {
        found(setup.deactivateService(id));
    }

    /** Takes a room out of use; visits that are booked stay. @throws ProblemException 404 */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeRoom(UUID id) {
        found(setup.deactivateRoom(id));
    }

    private static void found(int rows) {
        if (rows == 0) {
            throw ProblemException.notFound();
        }
    }

    private static Hours toHours(HoursRow row) {
        return new Hours(DayOfWeek.of(row.weekday()), row.opens(), row.closes());
    }

    private static OfferedService toService(ServiceRow row, Currency currency) {
        return new OfferedService(
                row.id(),
                row.name(),
                row.durationMinutes(),
                new Money(row.priceMinor(), currency),
                new Money(row.depositMinor(), currency),
                List.of(row.practitioners()),
                List.of(row.rooms()),
                row.active());
    }
}
