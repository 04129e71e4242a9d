package org.carewright.billing.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.billing.BillingSettings;
import org.carewright.billing.BillingSettings.Settings;
import org.carewright.billing.invoice.CouponBook;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.tax.TaxPart;
import org.carewright.billing.tax.Taxes;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Amounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Reads the forms of the billing settings and hands them on; each change is in the log. */
@Component
class SettingsForms {

    private static final int MOST_DAYS = 365;
    private static final int LONGEST_NUMBER = 60;
    private static final int PPM_DIGITS = 4;

    private final BillingSettings settings;
    private final Taxes taxes;
    private final CouponBook coupons;
    private final CatalogueService catalogue;
    private final ClinicService clinics;
    private final Ledger ledger;
    private final AuditLog audit;

    SettingsForms(
            BillingSettings settings,
            Taxes taxes,
            CouponBook coupons,
            CatalogueService catalogue,
            ClinicService clinics,
            Ledger ledger,
            AuditLog audit) {
        this.settings = settings;
        this.taxes = taxes;
        this.coupons = coupons;
        this.catalogue = catalogue;
        this.clinics = clinics;
        this.ledger = ledger;
        this.audit = audit;
    }

    Settings current() {
        return settings.current();
    }

    LocalDate today() {
        return ledger.today();
    }

    Currency currency() {
        return clinics.current().currency();
    }

    /** @throws InvalidFormException naming {@code paymentDays}, {@code numberPrefix} or {@code taxNumber} */
    @Transactional
    public void save(MultiValueMap<String, String> fields) {
        var errors = new ArrayList<FieldError>();
        var days = number(text(fields, "paymentDays"));
        var prefix = text(fields, "numberPrefix");
        var taxNumber = text(fields, "taxNumber");
        refuse(days == null || days > MOST_DAYS, "paymentDays", "number", errors);
        refuse(!prefix.matches("[A-Z0-9]{0,8}"), "numberPrefix", "prefix", errors);
        refuse(taxNumber.length() > LONGEST_NUMBER, "taxNumber", "invalid", errors);
        throwIfAny(errors);
        settings.set(new Settings(days, prefix, taxNumber.isEmpty() ? null : taxNumber));
        audit.record("billing.settings-changed", "clinic", null, null);
    }

    /** @throws InvalidFormException naming {@code name} or {@code parts[n]} */
    void addTax(MultiValueMap<String, String> fields) {
        var names = fields.getOrDefault("partName", List.of());
        var rates = fields.getOrDefault("partRate", List.of());
        var parts = new ArrayList<TaxPart>();
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < Math.min(names.size(), rates.size()); i++) {
            var name = names.get(i).strip();
            var rate = rates.get(i).strip();
            if (!name.isEmpty() || !rate.isEmpty()) {
                var ppm = ppm(rate);
                refuse(ppm == null || name.isEmpty(), "parts[" + i + "]", "tax_part", errors);
                parts.add(new TaxPart(name, ppm == null ? 0 : ppm));
            }
        }
        refuse(parts.isEmpty(), "parts[0]", "tax_part", errors);
        throwIfAny(errors);
        taxes.create(text(fields, "name"), fields.containsKey("inclusive"), parts);
    }

    /** Gives each service the tax chosen for it, as {@code tax.<service id>}; those that have it already stay as they are. */
    @Transactional
    public void assign(MultiValueMap<String, String> fields) {
        var services = catalogue.services().stream().map(ServiceOffer::id).toList();
        var now = taxes.ofServices(services).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
        for (var service : services) {
            var chosen = fields.getFirst("tax." + service);
            if (chosen != null) {
                var wanted = chosen.isBlank() ? null : id(chosen);
                if (!Objects.equals(wanted, now.get(service))) {
                    taxes.assign(service, wanted);
                }
            }
        }
    }

    /** @throws InvalidFormException as {@link CouponBook#create} */
    void addCoupon(MultiValueMap<String, String> fields) {
        var errors = new ArrayList<FieldError>();
        var percent = "percent".equals(text(fields, "kind"));
        var worth = text(fields, "worth");
        var ppm = percent ? ppm(worth) : null;
        var minor = percent ? null : Amounts.minor(worth, currency());
        refuse(percent ? ppm == null : minor.isEmpty(), "worth", "coupon_worth", errors);
        var uses = text(fields, "maxUses");
        refuse(!uses.isEmpty() && number(uses) == null, "maxUses", "number", errors);
        var from = date(text(fields, "validFrom"), "validFrom", errors);
        var to = text(fields, "validTo").isEmpty() ? null : date(text(fields, "validTo"), "validTo", errors);
        throwIfAny(errors);
        coupons.create(new CouponBook.NewCoupon(
                text(fields, "code"),
                ppm,
                percent ? null : minor.getAsLong(),
                percent ? null : currency(),
                from,
                to,
                uses.isEmpty() ? null : number(uses)));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static Integer number(String typed) {
        return typed.matches("\\d{1,7}") ? Integer.valueOf(typed) : null;
    }

    /** Per cent as typed, {@code 8.875}, in millionths; null for what is none. */
    private static Integer ppm(String typed) {
        if (!typed.matches("\\d{1,3}(?:\\.\\d{1,4})?")) {
            return null;
        }
        return new BigDecimal(typed).movePointRight(PPM_DIGITS).intValueExact();
    }

    private static LocalDate date(String typed, String field, List<FieldError> errors) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(field, "date", List.of()));
            return null;
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw org.carewright.shared.problem.ProblemException.notFound();
        }
    }

    private static void refuse(boolean wrong, String field, String code, List<FieldError> errors) {
        if (wrong) {
            errors.add(new FieldError(field, code, List.of()));
        }
    }

    private static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }
}
