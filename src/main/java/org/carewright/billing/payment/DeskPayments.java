package org.carewright.billing.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.billing.invoice.Invoices;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that staff take themselves (BIL-3). The form brings the payment's id, so that one sent twice takes it once. */
@Service
public class DeskPayments {

    public static final List<PaymentMethod> METHODS =
            List.of(PaymentMethod.CASH, PaymentMethod.BANK_TRANSFER, PaymentMethod.UPI);

    /** These can be found again on a statement only by what it calls them. */
    private static final Set<PaymentMethod> NEED_REFERENCE = Set.of(PaymentMethod.BANK_TRANSFER, PaymentMethod.UPI);

    private static final int LONGEST_REFERENCE = 60;

    private final Payments payments;
    private final Invoices invoices;

    DeskPayments(Payments payments, Invoices invoices) {
        this.payments = payments;
        this.invoices = invoices;
    }

    /**
     * What was taken.
     *
     * @param id made with the form
     * @param method null when none was chosen
     * @param reference what a statement names; needed for all but cash
     */
    public record Taken(UUID id, UUID invoiceId, PaymentMethod method, Money amount, String reference) {}

    /**
     * Books it and gives its receipt a number.
     *
     * @throws InvalidFormException naming {@code method}, {@code amount} or {@code reference}
     * @throws ProblemException 404; {@code invoice_not_open}, {@code payment_above_invoice} (409); {@code
     *     payment_taken_before} (409) when the id stands for another payment
     */
    @Transactional
    public Payment take(Taken taken) {
        refuseBad(taken);
        var invoice = invoices.get(taken.invoiceId());
        var wanted = new NewPayment(
                taken.id(),
                invoice.patientId(),
                taken.invoiceId(),
                NewPayment.MANUAL,
                taken.method(),
                taken.amount(),
                true);
        if (!isWanted(payments.begin(wanted), wanted)) {
            throw new ProblemException(HttpStatus.CONFLICT, "payment_taken_before");
        }
        return payments.take(wanted, blankToNull(taken.reference()));
    }

    private static boolean isWanted(Payment there, NewPayment wanted) {
        return there.gateway().equals(NewPayment.MANUAL)
                && wanted.invoiceId().equals(there.invoiceId())
                && there.amount().equals(wanted.amount())
                && there.method() == wanted.method();
    }

    private static void refuseBad(Taken taken) {
        var errors = new ArrayList<FieldError>();
        if (!METHODS.contains(taken.method())) {
            errors.add(new FieldError("method", "required", List.of()));
        }
        if (taken.amount().minor() <= 0) {
            errors.add(new FieldError("amount", "amount", List.of()));
        }
        var reference = blankToNull(taken.reference());
        if (reference == null && NEED_REFERENCE.contains(taken.method())) {
            errors.add(new FieldError("reference", "required", List.of()));
        } else if (reference != null && reference.length() > LONGEST_REFERENCE) {
            errors.add(new FieldError("reference", "invalid", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
