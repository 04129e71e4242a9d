package org.carewright.integrations.sandbox.web;

import java.util.UUID;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxCallbacks;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person does at the sandbox: answer as the phone, let a message come back, ask for faults, clear. */
@Controller
@ConditionalOnSandbox
@RequestMapping("/sandbox")
class SandboxActionController {

    private static final String LIST = "redirect:/sandbox";
    private static final int LONGEST_REPLY = 1600;
    private static final int MOST_TIMES = 100;
    private static final int LARGEST_VALUE = 120_000;

    private final SandboxMessages messages;
    private final SandboxCallbacks callbacks;

    SandboxActionController(SandboxMessages messages, SandboxCallbacks callbacks) {
        this.messages = messages;
        this.callbacks = callbacks;
    }

    @PostMapping("/messages/{id}/reply")
    String reply(@PathVariable UUID id, @RequestParam String text) {
        var message = find(id);
        if (message.isEmail() || text.isBlank() || text.length() > LONGEST_REPLY) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid_request");
        }
        callbacks.reply(message, text);
        return page(message);
    }

    @PostMapping("/messages/{id}/failure")
    String fail(@PathVariable UUID id) {
        var message = find(id);
        callbacks.reportFailure(message);
        return page(message);
    }

    @PostMapping("/faults")
    String addFault(
            @RequestParam String provider,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "0") int value,
            @RequestParam(defaultValue = "1") int times) {
        if (value < 0 || value > LARGEST_VALUE || times < 1 || times > MOST_TIMES) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid_request");
        }
        messages.addFault(provider, kind, value, times);
        return LIST;
    }

    @PostMapping("/faults/clear")
    String clearFaults() {
        messages.clearFaults();
        return LIST;
    }

    @PostMapping("/clear")
    String clear() {
        messages.clear();
        return LIST;
    }

    private SandboxMessage find(UUID id) {
        return messages.find(id).orElseThrow(ProblemException::notFound);
    }

    private static String page(SandboxMessage message) {
        return "redirect:/sandbox/messages/" + message.id();
    }
}
