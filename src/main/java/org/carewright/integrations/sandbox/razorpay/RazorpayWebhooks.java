package org.carewright.integrations.sandbox.razorpay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.carewright.integrations.sandbox.SandboxPost;
import org.carewright.integrations.sandbox.SandboxPost.Callback;
import org.carewright.shared.web.PublicUrl;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends webhooks as Razorpay does: signed with the webhook secret over the raw body, and with the faults asked for. */
@Component
@ConditionalOnSandbox
public class RazorpayWebhooks {

    static final String PROVIDER = "razorpay";

    private static final Duration SENT_AGAIN_WITHIN = Duration.ofHours(1);

    private final RazorpaySandboxAccounts accounts;
    private final RazorpaySandboxMapper mapper;
    private final SandboxMessages faults;
    private final SandboxPost post;
    private final PublicUrl publicUrl;
    private final Clock clock;

    RazorpayWebhooks(
            RazorpaySandboxAccounts accounts,
            RazorpaySandboxMapper mapper,
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
    void send(List<RazorpaySandboxEvent> events) {
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

    /** The events about an order, oldest first. */
    public List<RazorpaySandboxEvent> eventsOf(String orderId) {
        return mapper.eventsOf(orderId);
    }

    /** Sends an event once more, whatever became of it before. */
    void sendAgain(String eventId) {
        var event = mapper.event(eventId);
        if (event == null) {
            throw RazorpayRefusal.noSuchId();
        }
        sendOneByOne(List.of(event), false, Duration.ZERO);
    }

    /** A real provider isn't killed with us: what it had not delivered it delivers after our restart. */
    @EventListener(ApplicationReadyEvent.class)
    void sendWhatWasLeft() {
        mapper.undelivered(clock.instant().minus(SENT_AGAIN_WITHIN))
                .forEach(event -> sendOneByOne(List.of(event), false, Duration.ZERO));
    }

    /** The signature of a webhook's body: hex of HMAC-SHA256. */
    public static String signature(String secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sandbox could not sign", e);
        }
    }

    private void sendOneByOne(List<RazorpaySandboxEvent> events, boolean spoilt, Duration delay) {
        var first = events.get(0);
        var rest = events.subList(1, events.size());
        post.later(callback(first, spoilt), delay, () -> {
            mapper.markDelivered(first.id(), clock.instant());
            if (!rest.isEmpty()) {
                sendOneByOne(rest, spoilt, Duration.ZERO);
            }
        });
    }

    private Callback callback(RazorpaySandboxEvent event, boolean spoilt) {
        var account = accounts.ofKey(event.keyId()).orElseThrow();
        var signed = spoilt ? event.body() + " " : event.body();
        var headers = Map.of(
                "X-Razorpay-Signature",
                signature(account.webhookSecret(), signed),
                "x-razorpay-event-id",
                event.id(),
                "User-Agent",
                "Razorpay-Webhook/v1");
        return new Callback(
                publicUrl.of(account.webhookPath()),
                "application/json",
                event.body(),
                () -> headers,
                spoilt ? 1 : SandboxPost.A_FEW_TIMES);
    }
}
