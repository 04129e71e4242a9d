package org.carewright.integrations.sandbox.stripe;

import com.stripe.net.Webhook;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.carewright.integrations.sandbox.SandboxPost;
import org.carewright.integrations.sandbox.SandboxPost.Callback;
import org.carewright.shared.web.PublicUrl;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends events as Stripe does: signed with the endpoint's secret and the time of sending, with the faults asked for. */
@Component
@ConditionalOnSandbox
public class StripeWebhooks {

    static final String PROVIDER = "stripe";

    private static final Duration SENT_AGAIN_WITHIN = Duration.ofHours(1);

    private final StripeSandboxAccounts accounts;
    private final StripeSandboxMapper mapper;
    private final SandboxMessages faults;
    private final SandboxPost post;
    private final PublicUrl publicUrl;
    private final Clock clock;

    StripeWebhooks(
            StripeSandboxAccounts accounts,
            StripeSandboxMapper mapper,
            SandboxMessages faults,
            SandboxPost post,
            PublicUrl publicUrl,
            Clock clock) {
        this.accounts = accounts;
        this.mapper = mapper;
        this.faults = faults;
        this.post = post;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Sends them, after the transaction that made them. */
    void send(List<StripeSandboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (faults.takeFault(PROVIDER, Kind.DROP_CALLBACK).isPresent()) {
            events.forEach(event -> mapper.markLost(event.id()));
            return;
        }
        var sent = new ArrayList<>(events);
        if (faults.takeFault(PROVIDER, Kind.REORDER_CALLBACK).isPresent()) {
            Collections.reverse(sent);
        }
        if (faults.takeFault(PROVIDER, Kind.DUPLICATE_CALLBACK).isPresent()) {
            sent.addAll(List.copyOf(sent));
        }
        var spoilt = faults.takeFault(PROVIDER, Kind.BAD_SIGNATURE).isPresent();
        var delay = Duration.ofMillis(
                faults.takeFault(PROVIDER, Kind.DELAY_CALLBACK).orElse(0));
        sendOneByOne(sent, spoilt, delay);
    }

    /** The events about an object, oldest first. */
    public List<StripeSandboxEvent> eventsOf(String objectId) {
        return mapper.eventsOf(objectId);
    }

    /** Sends an event once more, whatever became of it before. */
    public void sendAgain(String eventId) {
        var event = mapper.event(eventId);
        if (event == null) {
            throw StripeRefusal.noSuch("event", eventId);
        }
        sendOneByOne(List.of(event), false, Duration.ZERO);
    }

    /** The header with which Stripe signs. @param seconds when it says it was sent, since 1970 */
    public static String signature(String secret, String body, long seconds) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, seconds);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("The sandbox could not sign", e);
        }
    }

    /** A real provider isn't killed with us: what it had not delivered it delivers after our restart. */
    @EventListener(ApplicationReadyEvent.class)
    void sendWhatWasLeft() {
        mapper.undelivered(clock.instant().minus(SENT_AGAIN_WITHIN))
                .forEach(event -> sendOneByOne(List.of(event), false, Duration.ZERO));
    }

    private void sendOneByOne(List<StripeSandboxEvent> events, boolean spoilt, Duration delay) {
        var first = events.get(0);
        var rest = events.subList(1, events.size());
        post.later(callback(first, spoilt), delay, () -> {
            mapper.markDelivered(first.id(), clock.instant());
            if (!rest.isEmpty()) {
                sendOneByOne(rest, spoilt, Duration.ZERO);
            }
        });
    }

    private Callback callback(StripeSandboxEvent event, boolean spoilt) {
        var account = accounts.ofKey(event.apiKey()).orElseThrow();
        var signed = spoilt ? event.body() + " " : event.body();
        return new Callback(
                publicUrl.of(account.webhookPath()),
                "application/json; charset=utf-8",
                event.body(),
                () -> Map.of(
                        "Stripe-Signature",
                        signature(
                                account.webhookSecret(), signed, clock.instant().getEpochSecond()),
                        "User-Agent",
                        "Stripe/1.0 (+https://stripe.com/docs/webhooks)"),
                spoilt ? 1 : SandboxPost.A_FEW_TIMES);
    }
}
