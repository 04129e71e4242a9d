package org.carewright.scheduling.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.scheduling.catalogue.Practitioner;
import org.carewright.scheduling.catalogue.ServiceOffer;

/** A clinic and what it offers, as anyone may see it. */
record ClinicView(String name, String timeZone, String currency, List<Service> services, List<Staff> practitioners) {

    record Service(UUID id, String name, int durationMinutes, Price price, boolean approvalRequired) {}

    /** @param amountMinor in minor units of the currency */
    record Price(long amountMinor, String currency) {}

    record Staff(UUID id, String name, Set<UUID> serviceIds) {}

    static ClinicView of(Clinic clinic, List<ServiceOffer> services, List<Practitioner> practitioners) {
        return new ClinicView(
                clinic.name(),
                clinic.timeZone().getId(),
                clinic.currency().getCurrencyCode(),
                services.stream().map(ClinicView::service).toList(),
                practitioners.stream()
                        .map(one -> new Staff(one.id(), one.name(), one.serviceIds()))
                        .toList());
    }

    private static Service service(ServiceOffer offer) {
        var price = new Price(offer.price().minor(), offer.price().currency().getCurrencyCode());
        return new Service(offer.id(), offer.name(), offer.durationMinutes(), price, offer.approvalRequired());
    }
}
