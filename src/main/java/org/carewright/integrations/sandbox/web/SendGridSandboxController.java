package org.carewright.integrations.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxAccounts;
import org.carewright.integrations.sandbox.SandboxCallbacks;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** SendGrid's mail/send as the real service answers it. */
@RestController
@ConditionalOnSandbox
class SendGridSandboxController {

    private static final String PROVIDER = "sendgrid";
    private static final int LARGEST_BYTES = 30 * 1024 * 1024;

    private final SandboxAccounts accounts;
    private final SandboxMessages messages;
    private final SandboxCallbacks callbacks;
    private final SandboxStalls stalls;
    private final ObjectMapper json;
    private final Clock clock;

    SendGridSandboxController(
            SandboxAccounts accounts,
            SandboxMessages messages,
            SandboxCallbacks callbacks,
            SandboxStalls stalls,
            ObjectMapper json,
            Clock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.callbacks = callbacks;
        this.stalls = stalls;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/sandbox/sendgrid/v3/mail/send")
    ResponseEntity<Object> send(HttpServletRequest request) throws IOException {
        if (!("Bearer " + accounts.sendGrid().secret()).equals(request.getHeader("Authorization"))) {
            return error(401, null, "The provided authorization grant is invalid, expired, or revoked");
        }
        var fault = messages.takeFault(PROVIDER, Kind.STATUS);
        if (fault.isPresent()) {
            return error(fault.get(), null, "Asked for in the sandbox");
        }
        var bytes = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            return error(413, null, "The total size of your email must not exceed 30MB");
        }
        JsonNode mail;
        try {
            mail = json.readTree(bytes);
        } catch (JsonProcessingException e) {
            return error(400, null, "Bad Request");
        }
        var problem = MailRequestCheck.firstProblem(mail);
        if (problem.isPresent()) {
            return error(
                    problem.get().status(), problem.get().field(), problem.get().message());
        }
        return take(mail);
    }

    private ResponseEntity<Object> take(JsonNode mail) {
        if (mail.at("/mail_settings/sandbox_mode/enable").asBoolean()) {
            return ResponseEntity.ok().build();
        }
        var message = message(mail);
        messages.keep(message);
        callbacks.report(message);
        stalls.stall(PROVIDER);
        return ResponseEntity.accepted()
                .header("X-Message-Id", message.providerRef())
                .build();
    }

    private SandboxMessage message(JsonNode mail) {
        var first = mail.path("personalizations").path(0);
        var recipients = new ArrayList<String>();
        mail.path("personalizations").forEach(p -> p.path("to")
                .forEach(to -> recipients.add(to.path("email").asText())));
        var arguments = json.createObjectNode();
        mail.path("custom_args").fields().forEachRemaining(a -> arguments.set(a.getKey(), a.getValue()));
        first.path("custom_args").fields().forEachRemaining(a -> arguments.set(a.getKey(), a.getValue()));
        return new SandboxMessage(
                UUID.randomUUID(),
                PROVIDER,
                UUID.randomUUID().toString().replace("-", "").substring(0, 22),
                clock.instant(),
                mail.path("from").path("email").asText(),
                String.join(", ", recipients),
                first.path("subject").asText(mail.path("subject").asText()),
                contentOf(mail, "text/plain"),
                contentOf(mail, "text/html"),
                mail.path("attachments").isArray() ? mail.path("attachments").toString() : "[]",
                arguments.toString(),
                arguments.path("effect_id").asText(null),
                null,
                "accepted",
                withoutContents(mail));
    }

    private static String contentOf(JsonNode mail, String type) {
        for (var content : mail.path("content")) {
            if (type.equals(content.path("type").asText())) {
                return content.path("value").asText();
            }
        }
        return "text/plain".equals(type) ? "" : null;
    }

    /** Contents and attachments have columns of their own. */
    private static String withoutContents(JsonNode mail) {
        var rest = (com.fasterxml.jackson.databind.node.ObjectNode) mail.deepCopy();
        rest.remove("content");
        rest.remove("attachments");
        return rest.toString();
    }

    private ResponseEntity<Object> error(int status, String field, String message) {
        var body = json.createObjectNode();
        body.putArray("errors")
                .addObject()
                .put("message", message)
                .put("field", field)
                .putNull("help");
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(body);
    }
}
