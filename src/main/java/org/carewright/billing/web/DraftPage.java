package org.carewright.billing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoicePreview;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.record.PatientRecords;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The page on which an invoice is written: what is typed, and what it would come to. */
@Component
class DraftPage {

    private static final String VIEW = "billing/draft";

    private final InvoicePreview preview;
    private final CatalogueService catalogue;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final ErrorTexts texts;

    DraftPage(
            InvoicePreview preview,
            CatalogueService catalogue,
            PatientRecords records,
            ClinicService clinics,
            ErrorTexts texts) {
        this.preview = preview;
        this.catalogue = catalogue;
        this.records = records;
        this.clinics = clinics;
        this.texts = texts;
    }

    /** @param invoiceId null for a new one @param version of the draft that is changed */
    record Form(UUID patientId, UUID invoiceId, int version, List<InvoiceLines.Row> rows, String coupon, String note) {}

    Form empty(UUID patientId) {
        return new Form(
                patientId,
                null,
                0,
                InvoiceLines.rows(new org.springframework.util.LinkedMultiValueMap<>(), Map.of()),
                "",
                "");
    }

    Form typed(UUID patientId, UUID invoiceId, MultiValueMap<String, String> fields) {
        return new Form(
                patientId,
                invoiceId,
                version(fields.getFirst("version")),
                InvoiceLines.rows(fields, services(fields.getOrDefault("service", List.of()))),
                text(fields.getFirst("coupon")),
                text(fields.getFirst("note")));
    }

    Form of(Invoice invoice) {
        return new Form(
                invoice.patientId(),
                invoice.id(),
                invoice.version(),
                InvoiceLines.rows(invoice.lines(), invoice.currency()),
                text(invoice.coupon()),
                text(invoice.note()));
    }

    /** @throws InvalidFormException when a row has no amount where one is needed */
    InvoiceDraft draft(Form form) {
        var errors = new ArrayList<FieldError>();
        var currency = clinics.current().currency();
        var lines = InvoiceLines.lines(form.rows(), services(form), currency, errors);
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        return new InvoiceDraft(
                form.patientId(), InvoiceSource.BY_HAND, currency, lines, null, null, form.coupon(), form.note());
    }

    String show(Form form, Locale locale, Model model) {
        return show(form, Map.of(), model);
    }

    String wrong(Form form, InvalidFormException invalid, Locale locale, Model model) {
        return show(form, texts.of(invalid, locale), model);
    }

    /** Somebody else changed the draft: what is typed stays, and saving again replaces theirs. */
    String conflict(Form form, Invoice now, Locale locale, Model model) {
        model.addAttribute("theirs", now);
        var again =
                new Form(form.patientId(), form.invoiceId(), now.version(), form.rows(), form.coupon(), form.note());
        return show(again, Map.of(), model);
    }

    private String show(Form form, Map<String, String> errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("patientName", records.get(form.patientId()).fullName());
        model.addAttribute("services", services(form).values());
        model.addAttribute("currency", clinics.current().currency());
        model.addAttribute("sums", null);
        if (errors.isEmpty() && form.rows().size() > 1) {
            try {
                model.addAttribute("sums", preview.of(draft(form)));
            } catch (InvalidFormException unfinished) {
                // Not all is typed yet: the page says that the sum follows.
                model.addAttribute("unfinished", true);
            }
        }
        return VIEW;
    }

    private Map<UUID, ServiceOffer> services(Form form) {
        return services(form.rows().stream().map(InvoiceLines.Row::service).toList());
    }

    /** What is offered, and of what isn't any more that which the lines name: their visits were booked before. */
    private Map<UUID, ServiceOffer> services(List<String> named) {
        var services = new LinkedHashMap<UUID, ServiceOffer>();
        catalogue.services().forEach(service -> services.put(service.id(), service));
        named.stream()
                .map(InvoiceLines::id)
                .filter(id -> id != null && !services.containsKey(id))
                .flatMap(id -> catalogue.known(id).stream())
                .forEach(service -> services.put(service.id(), service));
        return services;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static int version(String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
