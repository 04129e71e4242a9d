package org.carewright.integrations.twilio;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.WebhookBody;
import org.carewright.shared.web.PublicUrl;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Takes Twilio's status callbacks and inbound messages: verified, kept, answered in TwiML. */
@RestController
class TwilioWebhookController {

    private static final String SIGNATURE = "X-Twilio-Signature";

    private final TwilioAccount account;
    private final TwilioEvents events;
    private final Inbox inbox;
    private final PublicUrl publicUrl;
    private final MessageSource messages;

    TwilioWebhookController(
            TwilioAccount account, TwilioEvents events, Inbox inbox, PublicUrl publicUrl, MessageSource messages) {
        this.account = account;
        this.events = events;
        this.inbox = inbox;
        this.publicUrl = publicUrl;
        this.messages = messages;
    }

    @PostMapping(TwilioSmsSender.STATUS_PATH)
    ResponseEntity<String> status(HttpServletRequest request) throws IOException {
        return verified(request, form -> {
            inbox.receive(events.ofStatus(request.getParameter(TwilioSmsSender.EFFECT), form));
            return "";
        });
    }

    @PostMapping("/webhooks/twilio/inbound")
    ResponseEntity<String> inbound(HttpServletRequest request) throws IOException {
        return verified(request, form -> {
            inbox.receive(events.ofInbound(form));
            return reply(form);
        });
    }

    private ResponseEntity<String> verified(
            HttpServletRequest request, Function<SortedMap<String, String>, String> handle) throws IOException {
        var body = WebhookBody.read(request);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        SortedMap<String, String> form;
        try {
            form = body.get().form();
        } catch (IllegalArgumentException e) {
            return ResponseEntity.badRequest().build();
        }
        if (!isSigned(request, form)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_XML)
                .body("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + handle.apply(form) + "</Response>");
    }

    /** The signature covers the address as Twilio knows it, which is not always the one that arrived behind a proxy. */
    private boolean isSigned(HttpServletRequest request, Map<String, String> form) {
        var query = request.getQueryString();
        var address = publicUrl.of(request.getRequestURI()) + (query == null ? "" : "?" + query);
        var signature = request.getHeader(SIGNATURE);
        return signature != null
                && account.access()
                        .filter(access -> !access.authToken().isBlank())
                        .filter(access -> new RequestValidator(access.authToken()).validate(address, form, signature))
                        .isPresent();
    }

    /** Twilio itself answers STOP, and with its Advanced Opt-Out also START and HELP; then we must not. */
    private String reply(Map<String, String> form) {
        if (form.containsKey("OptOutType")) {
            return "";
        }
        return switch (OptOutWord.of(form)) {
            case STOP -> "";
            case START -> message("sms.reply.start");
            case HELP -> message("sms.reply.help");
            case OTHER -> message("sms.reply.unread");
        };
    }

    private String message(String key) {
        return "<Message>" + HtmlUtils.htmlEscape(messages.getMessage(key, null, Locale.ENGLISH)) + "</Message>";
    }
}
