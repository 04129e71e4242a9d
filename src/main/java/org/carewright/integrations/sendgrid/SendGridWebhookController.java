package org.carewright.integrations.sendgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.WebhookBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes SendGrid's events: verified on the raw bytes, kept, answered; what they mean is done by a process. */
@RestController
class SendGridWebhookController {

    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    private final SendGridAccount account;
    private final SendGridEvents events;
    private final Inbox inbox;
    private final ObjectMapper json;
    private final Clock clock;

    SendGridWebhookController(
            SendGridAccount account, SendGridEvents events, Inbox inbox, ObjectMapper json, Clock clock) {
        this.account = account;
        this.events = events;
        this.inbox = inbox;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/webhooks/sendgrid/events")
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        var body = WebhookBody.read(request);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        var bytes = body.get().bytes();
        var signed = account.webhookPublicKey()
                .filter(key -> SendGridSignature.isValid(
                        key, request.getHeader(SIGNATURE), request.getHeader(TIMESTAMP), bytes, clock.instant()));
        if (signed.isEmpty()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        JsonNode received;
        try {
            received = json.readTree(bytes);
        } catch (JsonProcessingException e) {
            return ResponseEntity.badRequest().build();
        }
        inbox.receive(events.read(received));
        return ResponseEntity.noContent().build();
    }
}
