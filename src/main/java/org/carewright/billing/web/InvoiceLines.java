package org.carewright.billing.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.BilledLine;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.money.Amounts;
import org.springframework.util.MultiValueMap;

/** The lines of an invoice as the form sends them: columns of equal length, everything text. */
final class InvoiceLines {

    static final int FEWEST_ROWS = 2;

    private InvoiceLines() {}

    /** A row as it stands on the page. @param service id of the service, empty for something else */
    record Row(String service, String description, String quantity, String price, String discount) {

        private static final Row EMPTY = new Row("", "", "", "", "");

        boolean isEmpty() {
            return service.isBlank() && description.isBlank() && price.isBlank() && discount.isBlank();
        }
    }

    /** With a spare row or two at the end. */
    static List<Row> rows(MultiValueMap<String, String> fields, Map<UUID, ServiceOffer> services) {
        var rows = new ArrayList<Row>();
        var count = fields.getOrDefault("description", List.of()).size();
        for (var i = 0; i < count; i++) {
            var row = new Row(
                    at(fields, "service", i),
                    at(fields, "description", i),
                    at(fields, "quantity", i),
                    at(fields, "price", i),
                    at(fields, "discount", i));
            if (!row.isEmpty()) {
                rows.add(filled(row, services));
            }
        }
        return spaced(rows);
    }

    private static String at(MultiValueMap<String, String> fields, String name, int position) {
        var values = fields.getOrDefault(name, List.of());
        return position < values.size() && values.get(position) != null
                ? values.get(position).strip()
                : "";
    }

    /** A chosen service says its name and price where nothing is typed, or another service's was. */
    private static Row filled(Row row, Map<UUID, ServiceOffer> services) {
        var service = services.get(id(row.service()));
        if (service == null) {
            return row;
        }
        var price = Amounts.text(service.price().minor(), service.price().currency());
        var ofAnother = services.values().stream()
                .anyMatch(other ->
                        !other.id().equals(service.id()) && other.name().equals(row.description()));
        return new Row(
                row.service(),
                row.description().isBlank() || ofAnother ? service.name() : row.description(),
                row.quantity().isBlank() ? "1" : row.quantity(),
                row.price().isBlank() || ofAnother ? price : row.price(),
                row.discount());
    }

    /** As they are in a draft. */
    static List<Row> rows(List<BilledLine> lines, Currency currency) {
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            var discount = line.ownDiscountMinor();
            rows.add(new Row(
                    line.serviceId() == null ? "" : line.serviceId().toString(),
                    line.description(),
                    line.quantity().toPlainString(),
                    Amounts.text(line.unitMinor(), currency),
                    discount == 0 ? "" : Amounts.text(discount, currency)));
        }
        return spaced(rows);
    }

    private static List<Row> spaced(List<Row> rows) {
        var spaced = new ArrayList<>(rows);
        do {
            spaced.add(Row.EMPTY);
        } while (spaced.size() < FEWEST_ROWS);
        return List.copyOf(spaced);
    }

    /** The rows in use. Adds what is no number or no service to {@code errors}, as {@code lines[n].field}. */
    static List<InvoiceDraft.Line> lines(
            List<Row> rows, Map<UUID, ServiceOffer> services, Currency currency, List<FieldError> errors) {
        var lines = new ArrayList<InvoiceDraft.Line>();
        for (var row : rows) {
            if (!row.isEmpty()) {
                lines.add(line("lines[" + lines.size() + "].", row, services, currency, errors));
            }
        }
        return lines;
    }

    private static InvoiceDraft.Line line(
            String place, Row row, Map<UUID, ServiceOffer> services, Currency currency, List<FieldError> errors) {
        var service = row.service().isBlank() ? null : services.get(id(row.service()));
        if (!row.service().isBlank() && service == null) {
            errors.add(new FieldError(place + "service", "invalid", List.of()));
        }
        return new InvoiceDraft.Line(
                service == null ? null : service.id(),
                row.description(),
                quantity(row.quantity()),
                amount(place + "price", row.price(), currency, errors),
                row.discount().isBlank() ? 0 : amount(place + "discount", row.discount(), currency, errors));
    }

    /** Null for what is no number, which the service refuses. */
    private static BigDecimal quantity(String typed) {
        if (typed.isBlank()) {
            return BigDecimal.ONE;
        }
        return typed.matches("\\d{1,6}(?:\\.\\d{1,6})?") ? new BigDecimal(typed) : null;
    }

    private static long amount(String place, String typed, Currency currency, List<FieldError> errors) {
        var minor = Amounts.minor(typed, currency);
        if (minor.isEmpty()) {
            errors.add(new FieldError(place, "amount", List.of()));
        }
        return minor.orElse(0);
    }

    /** Null for what is no id. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
