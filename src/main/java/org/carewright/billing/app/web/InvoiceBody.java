package org.carewright.billing.app.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.forms.TypedText;

/**
 * A draft to be kept.
 *
 * @param currency ISO 4217 code, e.g. {@code INR}
 * @param periodStart first day it is for, with {@code periodEnd}
 * @param note the patient reads it
 */
record InvoiceBody(
        @NotNull UUID patientId,
        @NotBlank @Size(min = 3, max = 3) String currency,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid LineBody> lines,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Size(max = 30) String coupon,
        @Size(max = 2000) String note) {

    /** @param serviceId its tax is the line's; null for something that is no service @param quantity 1 when left out */
    record LineBody(
            UUID serviceId,
            @NotBlank @Size(max = 200) String description,
            BigDecimal quantity,
            @NotNull @Min(0) @Max(10_000_000_000L) Long unitMinor,
            @Min(0) @Max(10_000_000_000L) Long discountMinor) {

        private InvoiceDraft.Line toLine() {
            return new InvoiceDraft.Line(
                    serviceId,
                    TypedText.line(description),
                    quantity == null ? BigDecimal.ONE : quantity,
                    unitMinor,
                    discountMinor == null ? 0 : discountMinor);
        }
    }

    /** @throws InvalidFormException naming {@code currency} */
    InvoiceDraft toDraft() {
        return new InvoiceDraft(
                patientId,
                InvoiceSource.BY_HAND,
                known(currency),
                lines.stream().map(LineBody::toLine).toList(),
                periodStart,
                periodEnd,
                coupon,
                note == null ? null : TypedText.of(note));
    }

    private static Currency known(String code) {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for what is a currency but no money.
        }
        throw new InvalidFormException(List.of(new FieldError("currency", "invalid", List.of())));
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "InvoiceBody";
    }
}
