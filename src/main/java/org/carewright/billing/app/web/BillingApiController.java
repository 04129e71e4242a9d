package org.carewright.billing.app.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.app.BillingForApps;
import org.carewright.billing.app.BillingForApps.Told;
import org.carewright.billing.app.BillingOrders;
import org.carewright.billing.app.web.InvoiceAnswer.PaymentAnswer;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.documents.pdf.PdfAnswer;
import org.carewright.identity.InClinic;
import org.carewright.messaging.MessageStatus;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Invoices for staff's apps, for keys with {@code billing:read} or {@code billing:write}, and for patients' and family
 * members' tokens, which see what was issued to who they have access to.
 */
@RestController
@RequestMapping("/api/v1")
class BillingApiController {

    private static final int MOST = 100;

    private final BillingForApps billing;
    private final BillingOrders orders;

    BillingApiController(BillingForApps billing, BillingOrders orders) {
        this.billing = billing;
        this.orders = orders;
    }

    /** @param cursor what the next page is asked for with; null when this is the last one */
    record PageAnswer(List<InvoiceAnswer> items, UUID cursor) {}

    record InvoiceWithPayments(InvoiceAnswer invoice, List<PaymentAnswer> payments) {

        static InvoiceWithPayments of(Told told) {
            return new InvoiceWithPayments(
                    InvoiceAnswer.of(told.invoice()),
                    told.payments().stream().map(PaymentAnswer::of).toList());
        }
    }

    /** @param mail {@code begun} when it will be sent, {@code sent}, or why it wasn't: {@code skipped}, {@code suppressed}, … */
    record SentAnswer(UUID id, String mail) {}

    /**
     * Invoices, newest first.
     *
     * @param patient whose; all that the reader may see when left out
     * @param status draft, sent, paid, overdue or cancelled; all when left out
     * @param cursor of the page before
     * @param limit at most 100
     */
    @GetMapping("/invoices")
    PageAnswer list(
            @RequestParam(required = false) UUID patient,
            @RequestParam(required = false) String status,
            @RequestParam(required = false) UUID cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit,
            @AuthenticationPrincipal InClinic reader) {
        var found = billing.list(reader, patient, status(status), cursor, limit + 1);
        var shown = found.stream().limit(limit).map(InvoiceAnswer::of).toList();
        return new PageAnswer(shown, found.size() > limit ? shown.get(limit - 1).id() : null);
    }

    private static InvoiceStatus status(String code) {
        return code == null
                ? null
                : Arrays.stream(InvoiceStatus.values())
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_parameter"));
    }

    /**
     * Keeps a draft; nothing is owed until it is sent.
     *
     * @param key the request's own, at most 200 characters: sent again with the same body it makes nothing new
     */
    @PostMapping("/invoices")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceAnswer draft(
            @Valid @RequestBody InvoiceBody body,
            @RequestHeader(name = "Idempotency-Key") @NotBlank @Size(max = 200) String key,
            @AuthenticationPrincipal InClinic asking) {
        return InvoiceAnswer.of(orders.draft(asking, key, body.toDraft()));
    }

    /** One invoice with the payments that were begun for it. */
    @GetMapping("/payments/invoice/{id}")
    InvoiceWithPayments find(@PathVariable UUID id, @AuthenticationPrincipal InClinic reader) {
        return InvoiceWithPayments.of(billing.read(reader, id));
    }

    /** Mails an invoice to its patient; a draft is reviewed and issued first. One that was sent goes out again once a day. */
    @PostMapping("/payments/invoice/{id}/send")
    SentAnswer send(@PathVariable UUID id, @AuthenticationPrincipal InClinic asking) {
        return new SentAnswer(
                id, orders.send(asking, id).map(MessageStatus::code).orElse("begun"));
    }

    /** The invoice as PDF, in the patient's language. */
    @GetMapping("/invoices/{id}/download")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @AuthenticationPrincipal InClinic reader) {
        return PdfAnswer.download("invoice", billing.invoicePaper(reader, id));
    }
}
