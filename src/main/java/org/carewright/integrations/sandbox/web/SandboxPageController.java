package org.carewright.integrations.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows everything the sandbox providers took, newest first. */
@Controller
@ConditionalOnSandbox
@RequestMapping("/sandbox")
class SandboxPageController {

    /** A mail is shown as a stranger's page: no script, no form, nothing loaded from anywhere. */
    private static final String MAIL_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int PREVIEW = 80;

    private final SandboxMessages messages;
    private final ObjectMapper json;

    SandboxPageController(SandboxMessages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    record Row(SandboxMessage message, String title, String time) {}

    record Attachment(int number, String fileName, String contentType) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var wanted = recipient.strip();
        var current = Math.max(0, page);
        var found = messages.newest(wanted.isEmpty() ? null : wanted, current);
        var shown = found.subList(0, Math.min(found.size(), SandboxMessages.PAGE_SIZE));
        model.addAttribute("sent", shown.stream().map(this::row).toList());
        model.addAttribute("recipient", wanted);
        model.addAttribute("page", current);
        model.addAttribute("hasNext", found.size() > shown.size());
        model.addAttribute("faults", messages.faults());
        model.addAttribute("kinds", Kind.values());
        return "integrations/sandbox";
    }

    @GetMapping("/messages/{id}")
    String show(@PathVariable UUID id, Model model) {
        var message = find(id);
        model.addAttribute("row", row(message));
        model.addAttribute("message", message);
        model.addAttribute("attachments", attachments(message));
        return "integrations/sandbox-message";
    }

    /** The HTML part alone, for the frame on the message's page. */
    @GetMapping("/messages/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        var html = find(id).html();
        if (html == null) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.ok()
                .header("Content-Security-Policy", MAIL_POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    /** An attachment to be saved, never shown. @param number from 0 */
    @GetMapping("/messages/{id}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable int number) {
        var attachment = parse(find(id).attachments()).path(number);
        if (attachment.isMissingNode()) {
            throw ProblemException.notFound();
        }
        var fileName = attachment.path("filename").asText();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM_VALUE)
                .body(Base64.getDecoder().decode(attachment.path("content").asText()));
    }

    /** For tests: what that address or number got, newest first; without one, everything. */
    @GetMapping(path = "/messages.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<JsonNode> json(@RequestParam(required = false) String recipient) {
        return messages.newest(recipient, 0).stream().map(this::asJson).toList();
    }

    private JsonNode asJson(SandboxMessage message) {
        return json.createObjectNode()
                .put("id", message.id().toString())
                .put("provider", message.provider())
                .put("providerRef", message.providerRef())
                .put("receivedAt", message.receivedAt().toString())
                .put("sender", message.sender())
                .put("recipient", message.recipient())
                .put("subject", message.subject())
                .put("text", message.body())
                .put("html", message.html())
                .put("effectId", message.effectId())
                .put("status", message.status())
                .set("attachments", parse(message.attachments()));
    }

    private SandboxMessage find(UUID id) {
        return messages.find(id).orElseThrow(ProblemException::notFound);
    }

    private Row row(SandboxMessage message) {
        var title = message.subject() != null ? message.subject() : StringUtils.truncate(message.body(), PREVIEW);
        return new Row(message, title, TIME.format(message.receivedAt()));
    }

    private List<Attachment> attachments(SandboxMessage message) {
        var attachments = new ArrayList<Attachment>();
        parse(message.attachments())
                .forEach(part -> attachments.add(new Attachment(
                        attachments.size(),
                        part.path("filename").asText(),
                        part.path("type").asText())));
        return attachments;
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sandbox message holds no JSON", e);
        }
    }
}
