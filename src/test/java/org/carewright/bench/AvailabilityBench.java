package org.carewright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.scheduling.slots.Slot;
import org.carewright.shared.tenant.ClinicScope;

/** Searches over two weeks and 20 practitioners in a clinic that gets older and older. */
final class AvailabilityBench {

    private static final int DAYS = 14;
    private static final int PEOPLE = 5000;
    private static final int DAYS_AHEAD = 28;
    private static final int TENTHS_TAKEN = 6;
    private static final int WARM_UP = 3;
    private static final double BUDGET_MILLIS = 10;
    private static final double BUDGET_GROWTH = 1.5;

    private final BenchClinic clinic;
    private final BulkRows rows;
    private final AvailabilityService availability;
    private final CatalogueService catalogue;
    private final ClinicScope scope;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalDate from = LocalDate.now(BenchClinic.ZONE).plusDays(1);
    private ServiceOffer service;

    AvailabilityBench(
            BenchClinic clinic,
            BulkRows rows,
            AvailabilityService availability,
            CatalogueService catalogue,
            ClinicScope scope,
            int port) {
        this.clinic = clinic;
        this.rows = rows;
        this.availability = availability;
        this.catalogue = catalogue;
        this.scope = scope;
        this.port = port;
    }

    private record Measured(Latencies plain, Latencies limited, Latencies http) {}

    void measure(BenchSizes sizes, BenchTable table) {
        rows.patients(clinic, PEOPLE);
        rows.ahead(clinic, 1, DAYS_AHEAD, TENTHS_TAKEN);
        service = scope.call(
                clinic.clinic().id(), () -> catalogue.service(clinic.visit()).orElseThrow());
        var measured = new LinkedHashMap<Integer, Measured>();
        var ahead = BenchClinic.PRACTITIONERS * BenchClinic.VISITS_A_DAY * DAYS_AHEAD * TENTHS_TAKEN / 10;
        var past = 0;
        for (int appointments : sizes.appointments()) {
            rows.past(clinic, past + 1, appointments - ahead);
            past = appointments - ahead;
            rows.settle();
            if (measured.isEmpty()) {
                measured(sizes.searches() * WARM_UP);
            }
            measured.put(appointments, measured(sizes.searches()));
        }
        print(measured, table);
    }

    private Measured measured(int searches) {
        var plain = Latencies.of(searches, this::search);
        rows.limitPerDay(clinic, "" + BenchClinic.VISITS_A_DAY);
        var limited = Latencies.of(searches, this::search);
        rows.limitPerDay(clinic, "null");
        return new Measured(plain, limited, Latencies.of(searches, this::ask));
    }

    private void search() {
        var slots = scope.call(
                clinic.clinic().id(),
                () -> availability.search(service, Optional.empty(), from, from.plusDays(DAYS - 1)));
        checkFound(slots.stream().map(Slot::practitionerId).distinct().count());
    }

    private static void checkFound(long practitioners) {
        if (practitioners != BenchClinic.PRACTITIONERS) {
            throw new IllegalStateException("Free are only " + practitioners);
        }
    }

    private void ask() {
        var address = "http://localhost:%d/api/v1/public/clinics/%s/availability?serviceId=%s&from=%s&to=%s"
                .formatted(port, clinic.clinic().slug(), clinic.visit(), from, from.plusDays(DAYS - 1));
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Answer " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void print(Map<Integer, Measured> measured, BenchTable table) {
        measured.forEach((appointments, at) -> {
            var where = "14 days × 20 practitioners, %,d appointments: ".formatted(appointments);
            table.figure(where + "search p50", BenchTable.number(at.plain().quantile(0.5)) + " ms");
            table.figure(where + "search p99", at.plain().quantile(0.99), BUDGET_MILLIS, " ms");
            table.figure(where + "with limits per day", at.limited().toString());
            table.figure(where + "over HTTP", at.http().toString());
        });
        var all = measured.values().stream().toList();
        var first = all.get(0);
        var last = all.get(all.size() - 1);
        table.figure("growth of the search's p99", growth(first.plain(), last.plain(), 0.99), BUDGET_GROWTH, "×");
        table.figure("growth of the search's p50", growth(first.plain(), last.plain(), 0.5), BUDGET_GROWTH, "×");
        table.figure(
                "growth of p50 with limits per day", growth(first.limited(), last.limited(), 0.5), BUDGET_GROWTH, "×");
    }

    private static double growth(Latencies first, Latencies last, double quantile) {
        return last.quantile(quantile) / first.quantile(quantile);
    }
}
