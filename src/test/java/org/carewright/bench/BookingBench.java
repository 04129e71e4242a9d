package org.carewright.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.bench.ServerWork.Seconds;
import org.carewright.scheduling.AppointmentVariables;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.tenant.ClinicScope;

/**
 * Bookings per second over HTTP against what the engine alone needs to start the same model with the same variables up
 * to the same wait states. Both in one run, in turns, so that what else the machine does falls on both.
 */
final class BookingBench {

    static final int FIRST_DAY = 20;

    /** Tomcat's, which do all of a booking's work. */
    private static final String SERVER_THREADS = "http-nio";

    private static final double MILLIS = 1000;

    private final BenchClinic bareClinic;
    private final BookingClient client;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ClinicScope scope;
    private final BulkRows rows;
    private final Queue<UUID> unstarted = new ConcurrentLinkedQueue<>();

    /**
     * @param unstarted appointments of the bare clinic whose process hasn't been started, for the engine alone
     */
    BookingBench(
            BenchClinic clinic,
            BenchClinic bareClinic,
            int port,
            ObjectMapper json,
            RuntimeService runtime,
            HistoryService history,
            ClinicScope scope,
            BulkRows rows,
            List<UUID> unstarted) {
        this.rows = rows;
        this.client = new BookingClient(clinic, port, json);
        this.bareClinic = bareClinic;
        this.runtime = runtime;
        this.history = history;
        this.scope = scope;
        this.unstarted.addAll(unstarted);
    }

    void measure(BenchSizes sizes, BenchTable table) {
        round(sizes.bookings() * 2, true);
        checkSameWork();
        // What autovacuum does within a minute: plans made while the tables were empty are made anew.
        rows.settle();
        var bookings = new ArrayList<Double>();
        var starts = new ArrayList<Double>();
        var anyone = new ArrayList<Double>();
        for (var round = 0; round < sizes.rounds(); round++) {
            var both = round(sizes.bookings(), round % 2 == 0);
            bookings.add(both.bookings());
            starts.add(both.starts());
            anyone.add(Throughput.of(sizes.bookings() / 2, () -> client.book(false)));
        }
        table.figure(
                "bookings over HTTP, practitioner chosen, %d clients".formatted(Throughput.THREADS),
                perSecond(bookings));
        table.figure("bookings over HTTP, any of 20 practitioners", perSecond(anyone));
        table.figure("bare engine starts the same model, %d threads".formatted(Throughput.THREADS), perSecond(starts));
        table.figure(
                "a booking in bare starts, by the clock, clients included",
                BenchTable.number(median(starts) / median(bookings)) + "×");
        if (ServerWork.canBeMeasured()) {
            measureWork(sizes, table);
        }
    }

    /** What the budget is about: the processor time on the server's side, whatever else the machine does. */
    private void measureWork(BenchSizes sizes, BenchTable table) {
        var postmaster = rows.postmaster();
        var serving = new ServerWork(SERVER_THREADS, postmaster);
        var starting = new ServerWork(Throughput.THREAD_NAMES, postmaster);
        var bookings = new ArrayList<Seconds>();
        var starts = new ArrayList<Seconds>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < sizes.rounds(); round++) {
            bookings.add(serving.during(() -> Throughput.of(sizes.bookings(), () -> client.book(true))));
            starts.add(starting.during(() -> Throughput.of(sizes.bookings(), this::start)));
            ratios.add(bookings.get(round).both() / starts.get(round).both());
        }
        table.figure("processor time of a booking", each(bookings, sizes.bookings()));
        table.figure("processor time of a bare start", each(starts, sizes.bookings()));
        table.figure("a booking's work in bare starts (median of rounds)", median(ratios), 2, "×");
    }

    private static String each(List<Seconds> rounds, int pieces) {
        return "%s ms, and %s ms in the database"
                .formatted(
                        BenchTable.number(MILLIS * median(rounds, Seconds::threads) / pieces),
                        BenchTable.number(MILLIS * median(rounds, Seconds::database) / pieces));
    }

    private static double median(List<Seconds> rounds, ToDoubleFunction<Seconds> figure) {
        return median(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private record Round(double bookings, double starts) {}

    private Round round(int pieces, boolean bookingsFirst) {
        if (bookingsFirst) {
            var bookings = Throughput.of(pieces, () -> client.book(true));
            return new Round(bookings, Throughput.of(pieces, this::start));
        }
        var starts = Throughput.of(pieces, this::start);
        return new Round(Throughput.of(pieces, () -> client.book(true)), starts);
    }

    private void start() {
        var id = unstarted.remove();
        scope.call(bareClinic.clinic().id(), () -> start(id));
    }

    private String start(UUID id) {
        return runtime.createProcessInstanceByKey(AppointmentVariables.PROCESS_ID)
                .processDefinitionWithoutTenantId()
                .businessKey(id.toString())
                .setVariables(variables(id))
                .execute()
                .getProcessInstanceId();
    }

    private static Map<String, Object> variables(UUID id) {
        var at = Instant.now().plus(Duration.ofDays(FIRST_DAY));
        Map<String, Object> variables = new HashMap<>();
        put(variables, AppointmentVariables.APPOINTMENT_ID, id.toString());
        put(variables, AppointmentVariables.APPROVAL_REQUIRED, false);
        put(variables, AppointmentVariables.NOTICE_TEMPLATE, "appointment-confirmed");
        put(variables, AppointmentVariables.PREFERRED_CHANNEL, "both");
        put(variables, AppointmentVariables.PATIENT_NAME, "Mira Lindqvist");
        put(variables, AppointmentVariables.APPROVAL_DUE_AT, Date.from(at));
        put(variables, AppointmentVariables.INVITE_SEQUENCE, 0);
        put(variables, AppointmentVariables.VISIT_STARTS_AT, Date.from(at));
        put(variables, AppointmentVariables.CHECK_IN_OPENS_AT, Date.from(at.minus(Duration.ofHours(8))));
        put(variables, AppointmentVariables.NO_SHOW_AT, Date.from(at.plus(Duration.ofMinutes(30))));
        put(variables, AppointmentVariables.PRACTITIONER_USER_ID, null);
        put(variables, AppointmentVariables.VISIT_SUMMARY, "Follow-up · Practitioner 1 · Friday, at 4 o'clock");
        return variables;
    }

    private static <T> void put(Map<String, Object> variables, ProcessVariable<T> variable, T value) {
        variables.put(variable.name(), value);
    }

    /** The comparison is void when the booking's process and the bare one don't get equally far with equal variables. */
    private void checkSameWork() {
        var id = unstarted.remove();
        var bare = scope.call(bareClinic.clinic().id(), () -> start(id));
        var whole = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(client.booked().toString())
                .singleResult()
                .getId();
        if (!traces(bare).equals(traces(whole))) {
            throw new IllegalStateException("Different work: " + traces(bare) + " and " + traces(whole));
        }
    }

    private Set<String> traces(String instance) {
        var traces = new TreeSet<String>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list()
                .forEach(variable -> traces.add(variable.getName()));
        history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(activity -> traces.add(activity.getActivityId()));
        return traces;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String perSecond(List<Double> values) {
        return "%s/s (%s to %s)"
                .formatted(
                        BenchTable.number(median(values)),
                        BenchTable.number(values.stream().min(Double::compare).orElseThrow()),
                        BenchTable.number(values.stream().max(Double::compare).orElseThrow()));
    }
}
