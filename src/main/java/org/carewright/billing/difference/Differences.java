package org.carewright.billing.difference;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.difference.DifferenceMapper.OpenRow;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.Processes;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes what doesn't agree a task with its evidence, once however often it is found; nothing is booked by it. */
@Service
public class Differences {

    private static final String GONE = "gone";
    private static final String RESOURCE = "difference";

    private final DifferenceMapper differences;
    private final Processes processes;
    private final ClinicService clinics;
    private final Sealing sealing;
    private final MessageSource messages;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    Differences(
            DifferenceMapper differences,
            Processes processes,
            ClinicService clinics,
            Sealing sealing,
            MessageSource messages,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock) {
        this.differences = differences;
        this.processes = processes;
        this.clinics = clinics;
        this.sealing = sealing;
        this.messages = messages;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Keeps it and starts its process, unless it is known; one that somebody has closed stays closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(Difference found) {
        var id = UUID.randomUUID();
        if (differences.insert(clinic.required(), id, found, clock.instant()) == 0) {
            id = differences.reopen(found, clock.instant());
        }
        if (id != null) {
            var instance = processes.start(
                    DifferenceVariables.PROCESS_ID,
                    id,
                    Map.of(
                            DifferenceVariables.DIFFERENCE_ID.name(),
                            id.toString(),
                            DifferenceVariables.SUMMARY.name(),
                            summary(found)));
            differences.started(id, instance);
            audit.record("difference.found", RESOURCE, id, null);
        }
    }

    private String summary(Difference found) {
        var own = clinics.current();
        return messages.getMessage(
                "billing.task.difference",
                new Object[] {
                    messages.getMessage("billing.task.difference." + found.kind(), null, own.locale()),
                    found.gateway(),
                    found.providerRef(),
                    words(found.expected(), own.locale()),
                    words(found.told(), own.locale()),
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(own.locale())
                            .format(found.movedAt().atZone(own.timeZone()))
                },
                own.locale());
    }

    private String words(Money amount, Locale locale) {
        return amount == null
                ? messages.getMessage("billing.task.difference.nothing", null, locale)
                : amount.format(locale);
    }

    /** Keeps what became of it. @param note what was found; kept sealed */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID id, String outcome, String note) {
        var sealed = sealing.seal(
                clinic.required(), "billing.difference:" + id, note.strip().getBytes(StandardCharsets.UTF_8));
        differences.close(id, outcome, sealed, audit.actor().orElse(null), clock.instant());
        audit.record("difference.closed", RESOURCE, id, null, AuditLog.SUCCESS, outcome);
    }

    /** What a comparison of that time found before and doesn't find now has gone by itself; its task goes with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void goneExcept(String gateway, Instant from, Instant to, Set<String> found) {
        for (OpenRow row : differences.openCompared(gateway, from, to)) {
            if (!found.contains(key(row.kind(), row.providerRef()))
                    && differences.close(row.id(), GONE, null, null, clock.instant()) == 1) {
                processes.correlate(DifferenceVariables.GONE, row.processInstanceId(), Map.of());
            }
        }
    }

    static String key(String kind, String providerRef) {
        return kind + ":" + providerRef;
    }
}
