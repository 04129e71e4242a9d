package org.carewright.scheduling.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.scheduling.catalogue.Practitioner;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.money.Money;

/** A clinic and what it offers, as anyone may see it. */
record ClinicView(String name, String timeZone, String currency, List<Service> services, List<Staff> practitioners) {

    /** @param deposit what is paid ahead so that the visit is kept, a part of the price; zero for none */
    record Service(
            UUID id,
            String name,
            String description,
            int durationMinutes,
            Price price,
            Price deposit,
            boolean approvalRequired) {}

    /** @param amountMinor in minor units of the currency */
    record Price(long amountMinor, String currency) {

        /** Null for null. */
        static Price of(Money money) {
            return money == null
                    ? null
                    : new Price(money.minor(), money.currency().getCurrencyCode());
        }
    }

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
        return new Service(
                offer.id(),
                offer.name(),
                offer.description(),
                offer.durationMinutes(),
                Price.of(offer.price()),
                Price.of(offer.deposit()),
                offer.approvalRequired());
    }
}
