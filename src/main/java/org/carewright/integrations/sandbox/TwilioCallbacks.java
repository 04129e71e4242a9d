package org.carewright.integrations.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxPost.Callback;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** Reports on text messages as Twilio does: one signed form per status, and inbound messages. */
@Component
@ConditionalOnSandbox
class TwilioCallbacks {

    private static final String INBOUND_PATH = "/webhooks/twilio/inbound";
    private static final String PROVIDER = SandboxAccounts.TWILIO;
    private static final String API_VERSION = "2010-04-01";
    /** Delivery error "unreachable destination handset". */
    private static final String UNREACHABLE = "30003";

    private static final Set<String> STOP_WORDS =
            Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout", "revoke");
    private static final Set<String> START_WORDS = Set.of("start", "unstop", "yes");

    private final SandboxAccounts accounts;
    private final SandboxMessages messages;
    private final SandboxPost post;
    private final PublicUrl publicUrl;

    TwilioCallbacks(SandboxAccounts accounts, SandboxMessages messages, SandboxPost post, PublicUrl publicUrl) {
        this.accounts = accounts;
        this.messages = messages;
        this.post = post;
        this.publicUrl = publicUrl;
    }

    /** Reports the way of a message that was just taken, with the faults asked for. */
    void report(SandboxMessage sms) {
        var failed = messages.takeFault(PROVIDER, Kind.FAIL_DELIVERY).isPresent()
                || messages.takeFault(PROVIDER, Kind.BOUNCE).isPresent();
        var last = failed ? "undelivered" : "delivered";
        var reports = new ArrayList<>(List.of(status(sms, "sent"), status(sms, last)));
        if (sms.callbackUrl() == null
                || messages.takeFault(PROVIDER, Kind.DROP_CALLBACK).isPresent()) {
            messages.setStatus(sms.id(), last);
            return;
        }
        if (messages.takeFault(PROVIDER, Kind.REORDER_CALLBACK).isPresent()) {
            Collections.reverse(reports);
        }
        if (messages.takeFault(PROVIDER, Kind.DUPLICATE_CALLBACK).isPresent()) {
            reports.addAll(List.copyOf(reports));
        }
        var spoilt = messages.takeFault(PROVIDER, Kind.BAD_SIGNATURE).isPresent();
        send(sms, reports, spoilt, last);
    }

    /** Reports that a message did not reach the phone. */
    void reportUndelivered(SandboxMessage sms) {
        if (sms.callbackUrl() == null) {
            messages.setStatus(sms.id(), "undelivered");
            return;
        }
        send(sms, List.of(status(sms, "undelivered")), false, "undelivered");
    }

    /** A text message from the phone that got {@code sms}; STOP and START work at the provider at once. */
    void reply(SandboxMessage sms, String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (STOP_WORDS.contains(word)) {
            messages.setOptedOut(sms.sender(), sms.recipient(), true);
        } else if (START_WORDS.contains(word)) {
            messages.setOptedOut(sms.sender(), sms.recipient(), false);
        }
        var sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        var inbound = new LinkedHashMap<String, String>();
        inbound.put("MessageSid", sid);
        inbound.put("SmsSid", sid);
        inbound.put("AccountSid", accounts.twilio().name());
        inbound.put("From", sms.recipient());
        inbound.put("To", sms.sender());
        inbound.put("Body", text);
        inbound.put("NumMedia", "0");
        inbound.put("ApiVersion", API_VERSION);
        post.later(callback(publicUrl.of(INBOUND_PATH), inbound, false), () -> {});
    }

    /** One after the other: Twilio's callbacks come as the message moves on. */
    private void send(SandboxMessage sms, List<Map<String, String>> reports, boolean spoilt, String last) {
        var rest = reports.subList(1, reports.size());
        post.later(callback(sms.callbackUrl(), reports.get(0), spoilt), () -> {
            if (rest.isEmpty()) {
                messages.setStatus(sms.id(), last);
            } else {
                send(sms, rest, spoilt, last);
            }
        });
    }

    private Map<String, String> status(SandboxMessage sms, String status) {
        var report = new LinkedHashMap<String, String>();
        report.put("MessageSid", sms.providerRef());
        report.put("SmsSid", sms.providerRef());
        report.put("AccountSid", accounts.twilio().name());
        report.put("MessageStatus", status);
        report.put("SmsStatus", status);
        report.put("From", sms.sender());
        report.put("To", sms.recipient());
        report.put("ApiVersion", API_VERSION);
        if ("undelivered".equals(status)) {
            report.put("ErrorCode", UNREACHABLE);
        }
        return report;
    }

    private Callback callback(String address, Map<String, String> form, boolean spoilt) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var signature = SandboxSignatures.twilio(accounts.twilio(), spoilt ? address + "#" : address, form);
        return new Callback(
                address,
                "application/x-www-form-urlencoded",
                body,
                () -> Map.of("X-Twilio-Signature", signature),
                spoilt ? 1 : SandboxPost.A_FEW_TIMES);
    }
}
