package org.carewright.billing.plan.web;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.packages.OfferDraft;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.money.Amounts;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Component;

/** What is typed about plans and packages. What is no number becomes one that the services refuse by its field's name. */
@Component
class PlanForms {

    private static final int NO_NUMBER = -1;

    private final CatalogueService catalogue;
    private final ClinicService clinics;

    PlanForms(CatalogueService catalogue, ClinicService clinics) {
        this.catalogue = catalogue;
        this.clinics = clinics;
    }

    Currency currency() {
        return clinics.current().currency();
    }

    List<ServiceOffer> services() {
        return catalogue.services();
    }

    /** Null for none or one that isn't offered any more. */
    String serviceName(UUID serviceId) {
        return serviceId == null
                ? null
                : catalogue.service(serviceId).map(ServiceOffer::name).orElse(null);
    }

    NewPlan plan(Map<String, String> typed) {
        var unit = Arrays.stream(IntervalUnit.values())
                .filter(each -> each.code().equals(typed.get("unit")))
                .findFirst()
                .orElse(null);
        return new NewPlan(
                typed.get("name"),
                service(typed.get("service"), null),
                currency(),
                price(typed.get("price"), currency()),
                unit,
                number(typed.get("count")),
                number(typed.get("sessions")),
                number(typed.get("trialDays")));
    }

    /** @param keeps the service it has, which may not be offered any more */
    OfferDraft offer(Map<String, String> typed, UUID keeps) {
        return new OfferDraft(
                typed.get("name"),
                service(typed.get("service"), keeps),
                number(typed.get("sessions")),
                currency(),
                price(typed.get("price"), currency()),
                number(typed.get("validDays")));
    }

    static Integer number(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("\\d{1,7}") ? Integer.valueOf(text) : NO_NUMBER;
    }

    static Long price(String typed, Currency currency) {
        return typed == null || typed.isBlank()
                ? null
                : Long.valueOf(Amounts.minor(typed, currency).orElse(NO_NUMBER));
    }

    private UUID service(String typed, UUID keeps) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var id = id(typed);
        if (!id.equals(keeps) && catalogue.service(id).isEmpty()) {
            throw ProblemException.notFound();
        }
        return id;
    }

    /** @throws ProblemException 404 for what is no id */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
