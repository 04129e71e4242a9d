package org.carewright.integrations.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.integrations.effect.Effects;
import org.carewright.shared.process.Processes;
import org.carewright.shared.sealing.IndexText;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps verified provider events, each once, and has a process handle them (design §5). The webhook answers as soon as
 * the events and the start of their process are committed together.
 */
@Service
public class Inbox {

    /** The process that handles one batch of events of one clinic. */
    public static final String PROCESS = "ProviderEventProcess";
    /** Its variable: which batch, a uuid. */
    public static final String BATCH_ID = "batchId";

    /** Kinds that prove that the provider had taken the message, whatever became of it afterwards. */
    private static final Set<String> PROOF_OF_TAKING = Set.of(
            "processed",
            "deferred",
            "sent",
            "delivered",
            "bounced",
            "dropped",
            "failed",
            "opened",
            "clicked",
            "complaint");

    private final InboxMapper inbox;
    private final Effects effects;
    private final List<ProviderEventHandler> handlers;
    private final Processes processes;
    private final Sealing sealing;
    private final ClinicScope clinic;
    private final Clock clock;

    Inbox(
            InboxMapper inbox,
            Effects effects,
            List<ProviderEventHandler> handlers,
            Processes processes,
            Sealing sealing,
            ClinicScope clinic,
            Clock clock) {
        this.inbox = inbox;
        this.effects = effects;
        this.handlers = handlers;
        this.processes = processes;
        this.sealing = sealing;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Keeps the events that aren't there yet and starts one process per clinic for them; needs no scope. The caller has
     * verified the provider's signature.
     */
    @Transactional
    public void receive(List<ProviderEvent> events) {
        events.stream()
                .collect(Collectors.groupingBy(ProviderEvent::clinicId, LinkedHashMap::new, Collectors.toList()))
                .forEach((clinicId, ofClinic) -> clinic.run(clinicId, () -> receiveInScope(ofClinic)));
    }

    private void receiveInScope(List<ProviderEvent> events) {
        var batchId = UUID.randomUUID();
        var now = clock.instant();
        var kept = 0;
        for (var event : events) {
            kept += inbox.insert(UUID.randomUUID(), batchId, event, subject(event.subjectAddress()), now, null);
        }
        if (kept > 0) {
            processes.start(PROCESS, batchId, Map.of(BATCH_ID, batchId.toString()));
        }
    }

    /**
     * Keeps an event as evidence and has nobody handle it, e.g. test money for a live account. Needs no scope; the
     * caller has verified the provider's signature.
     *
     * @param reason a code
     */
    @Transactional
    public void refuse(ProviderEvent event, String reason) {
        clinic.run(
                event.clinicId(),
                () -> inbox.insert(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        event,
                        subject(event.subjectAddress()),
                        clock.instant(),
                        reason));
    }

    /**
     * Hands the batch's open events to the modules that care, in the clinic's scope. Harmless when run again: what was
     * handled is marked in the same transaction.
     */
    @Transactional
    public void handle(UUID batchId) {
        for (var event : inbox.lockOpen(batchId)) {
            if (event.effectId() != null && PROOF_OF_TAKING.contains(event.kind())) {
                effects.settle(event.effectId(), true, event.providerRef());
            }
            handlers.stream()
                    .filter(handler -> handler.handles(event.provider(), event.kind()))
                    .forEach(handler -> handler.handle(event));
            inbox.markHandled(event.id(), clock.instant());
        }
    }

    /** Word about money of that time that could not be applied; for reconciliation. @param to exclusive */
    @Transactional(readOnly = true)
    public List<StoredProviderEvent> waiting(String provider, Instant from, Instant to) {
        return inbox.waiting(provider, from, to);
    }

    /**
     * What a provider told about one of its objects or one of ours, oldest first; at most 50.
     *
     * @param objectId null for none
     */
    @Transactional(readOnly = true)
    public List<InboxEntry> about(String provider, String providerRef, UUID objectId) {
        return inbox.about(provider, providerRef, objectId);
    }

    /** Token of the address, equal to the token kept with a patient's contact data. */
    private String subject(String address) {
        if (address == null) {
            return null;
        }
        var kind = address.contains("@") ? "email" : "phone";
        return sealing.token(clinic.required(), kind, IndexText.normal(address));
    }
}
