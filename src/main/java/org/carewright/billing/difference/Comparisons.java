package org.carewright.billing.difference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins and divides the nightly comparison: one step is one day (UTC) at one provider, so that a large clinic's night
 * is many short jobs and a failing provider stops only its own.
 */
@Service
public class Comparisons {

    /** How far back; what was late last night is seen tonight. */
    private static final int DAYS = 4;

    private static final List<Gateway> PROVIDERS = List.of(Gateway.STRIPE, Gateway.RAZORPAY);

    private final Comparison comparison;
    private final ComparisonMapper rows;
    private final PaymentGateways gateways;
    private final ClinicService clinics;
    private final Processes processes;
    private final ClinicScope clinic;
    private final Clock clock;

    Comparisons(
            Comparison comparison,
            ComparisonMapper rows,
            PaymentGateways gateways,
            ClinicService clinics,
            Processes processes,
            ClinicScope clinic,
            Clock clock) {
        this.comparison = comparison;
        this.rows = rows;
        this.gateways = gateways;
        this.clinics = clinics;
        this.processes = processes;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Starts a comparison for each clinic that took money through a provider lately; needs no scope. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginAll() {
        for (var id : clinics.allIds()) {
            clinic.run(id, this::begin);
        }
    }

    private void begin() {
        var codes = PROVIDERS.stream().map(Gateway::code).toList();
        // A refund or dispute may come long after its payment: a year is as far as banks go.
        if (rows.active(codes, clock.instant().minus(Duration.ofDays(366)))) {
            start();
        }
    }

    /** Starts the comparison of the clinic in scope. @return the process instance */
    @Transactional(propagation = Propagation.MANDATORY)
    public String start() {
        return processes.start(
                ComparisonVariables.PROCESS_ID,
                UUID.randomUUID(),
                Map.of(ComparisonVariables.DAY.name(), today().toString()));
    }

    /** How many steps a comparison has. */
    public int steps() {
        return Math.max(1, providers().size() * DAYS);
    }

    private List<Gateway> providers() {
        return PROVIDERS.stream().filter(gateways::has).toList();
    }

    /** Today in UTC, by which providers count days. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Does one step.
     *
     * @param begun the day (UTC) the comparison began, from which it goes back
     * @param step from 0
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void compare(LocalDate begun, int step) {
        var providers = providers();
        if (providers.isEmpty()) {
            return;
        }
        var from = begun.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofDays(step % DAYS));
        comparison.compare(providers.get(Math.min(step / DAYS, providers.size() - 1)), from, end(from));
    }

    /** Late word isn't a difference: what moved within the last hours is left for the next night. */
    private Instant end(Instant from) {
        var settled = clock.instant().minus(Comparison.SETTLES_IN);
        var end = from.plus(Duration.ofDays(1));
        return Arrays.asList(end, settled).stream().min(Instant::compareTo).orElseThrow();
    }
}
