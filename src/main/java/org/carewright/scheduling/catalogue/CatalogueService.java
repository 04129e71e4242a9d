package org.carewright.scheduling.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.CatalogueMapper.NameRow;
import org.carewright.scheduling.catalogue.CatalogueMapper.ServiceRow;
import org.carewright.scheduling.catalogue.CatalogueMapper.SkillRow;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the clinic in scope offers and who gives it (SCH-1); active ones only, in the clinic's order,
 * where nothing else is said. */
@Service
public class CatalogueService {

    private final CatalogueMapper catalogue;
    private final ClinicService clinics;

    CatalogueService(CatalogueMapper catalogue, ClinicService clinics) {
        this.catalogue = catalogue;
        this.clinics = clinics;
    }

    /** The services that can be booked, by position and name. */
    @Transactional(readOnly = true)
    public List<ServiceOffer> services() {
        var currency = clinics.current().currency();
        return catalogue.services().stream().map(row -> toOffer(row, currency)).toList();
    }

    /** The service with that id, empty when the clinic in scope has none or offers it no longer. */
    @Transactional(readOnly = true)
    public Optional<ServiceOffer> service(UUID id) {
        return Optional.ofNullable(catalogue.service(id))
                .map(row -> toOffer(row, clinics.current().currency()));
    }

    /** The service with that id, also when it isn't offered any more; empty when the clinic in scope never had it. */
    @Transactional(readOnly = true)
    public Optional<ServiceOffer> known(UUID id) {
        return Optional.ofNullable(catalogue.known(id))
                .map(row -> toOffer(row, clinics.current().currency()));
    }

    /**
     * The service of a visit that is booked: as long as it was booked for, also when it is longer or shorter by now or
     * isn't offered any more.
     *
     * @param length of the visit
     */
    @Transactional(readOnly = true)
    public Optional<ServiceOffer> booked(UUID id, Duration length) {
        return known(id).map(offer -> offer.lasting(Math.toIntExact(length.toMinutes())));
    }

    /** The names of all services the clinic has or had, for what tells of the past. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names() {
        return catalogue.names().stream().collect(toMap(NameRow::id, NameRow::name));
    }

    /** The practitioners who see patients, by position and name. */
    @Transactional(readOnly = true)
    public List<Practitioner> practitioners() {
        var services = catalogue.skills().stream()
                .collect(groupingBy(SkillRow::practitionerId, mapping(SkillRow::serviceId, toUnmodifiableSet())));
        return catalogue.practitioners().stream()
                .map(row -> new Practitioner(
                        row.id(), row.name(), row.title(), row.accountId(), services.getOrDefault(row.id(), Set.of())))
                .toList();
    }

    private static ServiceOffer toOffer(ServiceRow row, Currency currency) {
        return new ServiceOffer(
                row.id(),
                row.name(),
                row.description(),
                row.speciality(),
                row.mode(),
                row.durationMinutes(),
                new Money(row.priceMinor(), currency),
                new Money(Math.min(row.depositMinor(), row.priceMinor()), currency),
                row.beforeMinutes(),
                row.afterMinutes(),
                row.stepMinutes(),
                row.noticeMinutes(),
                row.horizonDays(),
                row.perDayLimit(),
                row.seats(),
                row.approvalRequired(),
                row.needsRoom(),
                row.formId());
    }
}
