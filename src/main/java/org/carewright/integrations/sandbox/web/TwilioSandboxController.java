package org.carewright.integrations.sandbox.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxAccounts;
import org.carewright.integrations.sandbox.SandboxCallbacks;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.carewright.integrations.sandbox.web.SmsRequestCheck.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Twilio's Messages resource as the real service answers it. */
@RestController
@ConditionalOnSandbox
@RequestMapping("/sandbox/twilio/2010-04-01/Accounts/{accountSid}")
class TwilioSandboxController {

    private static final String PROVIDER = "twilio";
    private static final String API_VERSION = "2010-04-01";
    private static final int SEGMENT = 160;
    /** From here on a fault's value is an error code of Twilio's, below it an HTTP status. */
    private static final int FIRST_CODE = 10_000;

    private static final int UNAUTHENTICATED = 20003;
    private static final int NOT_FOUND = 20404;
    private static final int SERVER_ERROR = 20500;
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final SandboxAccounts accounts;
    private final SandboxMessages messages;
    private final SandboxCallbacks callbacks;
    private final SandboxStalls stalls;
    private final ObjectMapper json;
    private final Clock clock;

    TwilioSandboxController(
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

    @PostMapping("/Messages.json")
    ResponseEntity<Object> create(
            @PathVariable String accountSid,
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @RequestParam Map<String, String> form) {
        if (isStranger(accountSid, authorization)) {
            return error(new Problem(401, UNAUTHENTICATED, "Authenticate"));
        }
        var fault = messages.takeFault(PROVIDER, Kind.STATUS);
        if (fault.isPresent()) {
            return error(asProblem(fault.get()));
        }
        var problem = SmsRequestCheck.firstProblem(form);
        if (problem.isPresent()) {
            return error(problem.get());
        }
        if (messages.isOptedOut(form.get("From"), form.get("To"))) {
            return error(SmsRequestCheck.optedOut());
        }
        var message = message(form);
        messages.keep(message);
        callbacks.report(message);
        stalls.stall(PROVIDER);
        return ResponseEntity.status(201).body(resource(message));
    }

    @GetMapping("/Messages/{sid}.json")
    ResponseEntity<Object> fetch(
            @PathVariable String accountSid,
            @PathVariable String sid,
            @RequestHeader(name = "Authorization", required = false) String authorization) {
        if (isStranger(accountSid, authorization)) {
            return error(new Problem(401, UNAUTHENTICATED, "Authenticate"));
        }
        return messages.findByRef(sid)
                .filter(message -> !message.isEmail())
                .map(message -> ResponseEntity.ok((Object) resource(message)))
                .orElseGet(() -> error(new Problem(404, NOT_FOUND, "The requested resource was not found")));
    }

    private boolean isStranger(String accountSid, String authorization) {
        var account = accounts.twilio();
        var ours = "Basic "
                + Base64.getEncoder()
                        .encodeToString((account.name() + ":" + account.secret()).getBytes(StandardCharsets.UTF_8));
        return !ours.equals(authorization) || !account.name().equals(accountSid);
    }

    private static Problem asProblem(int value) {
        return value >= FIRST_CODE
                ? new Problem(400, value, "Asked for in the sandbox")
                : new Problem(value, value == 429 ? 20429 : SERVER_ERROR, "Asked for in the sandbox");
    }

    private SandboxMessage message(Map<String, String> form) {
        var callback = form.get("StatusCallback");
        return new SandboxMessage(
                UUID.randomUUID(),
                PROVIDER,
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                clock.instant(),
                form.getOrDefault("From", form.get("MessagingServiceSid")),
                form.get("To"),
                null,
                form.get("Body"),
                null,
                "[]",
                "{}",
                callback == null
                        ? null
                        : UriComponentsBuilder.fromUriString(callback)
                                .build()
                                .getQueryParams()
                                .getFirst("effect"),
                callback,
                "queued",
                json.valueToTree(form).toString());
    }

    private ObjectNode resource(SandboxMessage message) {
        var accountSid = accounts.twilio().name();
        var uri = "/" + API_VERSION + "/Accounts/" + accountSid + "/Messages/" + message.providerRef();
        var resource = json.createObjectNode()
                .put("sid", message.providerRef())
                .put("account_sid", accountSid)
                .putNull("messaging_service_sid")
                .put("from", message.sender())
                .put("to", message.recipient())
                .put("body", message.body())
                .put("status", message.status())
                .put("direction", "outbound-api")
                .put("num_segments", Integer.toString((message.body().length() + SEGMENT - 1) / SEGMENT))
                .put("num_media", "0")
                .putNull("price")
                .put("price_unit", "USD")
                .putNull("error_code")
                .putNull("error_message")
                .put("date_created", date(message.receivedAt()))
                .putNull("date_sent")
                .put("date_updated", date(message.receivedAt()))
                .put("api_version", API_VERSION)
                .put("uri", uri + ".json");
        resource.putObject("subresource_uris").put("media", uri + "/Media.json");
        return resource;
    }

    private static String date(Instant time) {
        return RFC_2822.format(time);
    }

    private ResponseEntity<Object> error(Problem problem) {
        return ResponseEntity.status(problem.status())
                .body(json.createObjectNode()
                        .put("code", problem.code())
                        .put("message", problem.message())
                        .put("more_info", "https://www.twilio.com/docs/errors/" + problem.code())
                        .put("status", problem.status()));
    }
}
