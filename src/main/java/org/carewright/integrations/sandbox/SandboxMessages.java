package org.carewright.integrations.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the sandbox providers took, who opted out there, and the faults asked for; kept over restarts. */
@Service
@ConditionalOnSandbox
public class SandboxMessages {

    public static final int PAGE_SIZE = 50;

    private static final Duration REPORTED_WITHIN = Duration.ofHours(1);

    private final SandboxMapper sandbox;
    private final Clock clock;

    SandboxMessages(SandboxMapper sandbox, Clock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Transactional
    public void keep(SandboxMessage message) {
        sandbox.insert(message);
    }

    @Transactional(readOnly = true)
    public Optional<SandboxMessage> find(UUID id) {
        return Optional.ofNullable(sandbox.find(id));
    }

    /** The message with that provider id. */
    @Transactional(readOnly = true)
    public Optional<SandboxMessage> findByRef(String providerRef) {
        return Optional.ofNullable(sandbox.findByRef(providerRef));
    }

    /**
     * One page, newest first, and one message more when there is a next page.
     *
     * @param recipient exactly this address or number; null for all
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public List<SandboxMessage> newest(String recipient, int page) {
        return sandbox.newest(recipient, PAGE_SIZE + 1, page * PAGE_SIZE);
    }

    /** Recent messages on which nothing was reported, e.g. because the process was killed. */
    @Transactional(readOnly = true)
    public List<SandboxMessage> unreported() {
        return sandbox.unreported(clock.instant().minus(REPORTED_WITHIN));
    }

    @Transactional
    public void setStatus(UUID id, String status) {
        sandbox.setStatus(id, status);
    }

    /** Forgets messages, opt-outs and faults. */
    @Transactional
    public void clear() {
        sandbox.deleteMessages();
        sandbox.deleteOptOuts();
        sandbox.deleteFaults();
    }

    /** From now on the sandbox refuses messages from {@code sender} to {@code recipient}, or no longer does. */
    @Transactional
    public void setOptedOut(String sender, String recipient, boolean optedOut) {
        if (optedOut) {
            sandbox.insertOptOut(sender, recipient);
        } else {
            sandbox.deleteOptOut(sender, recipient);
        }
    }

    @Transactional(readOnly = true)
    public boolean isOptedOut(String sender, String recipient) {
        return sandbox.isOptedOut(sender, recipient);
    }

    /** Asks for a fault. @param times how many calls it hits, at least 1 */
    @Transactional
    public void addFault(String provider, Kind kind, int value, int times) {
        sandbox.insertFault(provider, kind.code(), value, times);
    }

    /** The value of the next fault of that kind, used up by this call; empty when none is asked for. */
    @Transactional
    public Optional<Integer> takeFault(String provider, Kind kind) {
        return Optional.ofNullable(sandbox.takeFault(provider, kind.code()));
    }

    /** Faults that will still hit calls. */
    @Transactional(readOnly = true)
    public List<SandboxFault> faults() {
        return sandbox.faults().stream()
                .map(row -> new SandboxFault(
                        row.id(),
                        row.provider(),
                        Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
                        row.value(),
                        row.remaining()))
                .toList();
    }

    @Transactional
    public void clearFaults() {
        sandbox.deleteFaults();
    }
}
