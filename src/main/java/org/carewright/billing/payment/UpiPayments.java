package org.carewright.billing.payment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.audit.AuditLog;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments that were asked for by a UPI link (BIL-3). The link proves nothing, nor does the payer's word: what books one
 * is a line of the bank's statement, or staff who have seen the money there.
 */
@Service
public class UpiPayments {

    private static final String RESOURCE = "payment";
    /** What apps and banks call UTR or RRN. */
    private static final Pattern UTR = Pattern.compile("[A-Za-z0-9]{6,35}");

    private final Payments payments;
    private final PaymentPages pages;
    private final UpiClaimMapper claims;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    UpiPayments(
            Payments payments,
            PaymentPages pages,
            UpiClaimMapper claims,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock) {
        this.payments = payments;
        this.pages = pages;
        this.claims = claims;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the clinic has none with that id, or it isn't paid by a UPI link */
    @Transactional(readOnly = true)
    public Payment get(UUID paymentId) {
        var payment = payments.get(paymentId);
        if (!isByUpi(payment)) {
            throw ProblemException.notFound();
        }
        return payment;
    }

    /** Whether a UPI link was made for it. */
    public static boolean isByUpi(Payment payment) {
        return payment.gateway().equals(Gateway.UPI.code());
    }

    /** Whether the payer has said that they have paid. */
    @Transactional(readOnly = true)
    public boolean isClaimed(UUID paymentId) {
        return claims.exists(paymentId);
    }

    /**
     * The payer says that they have paid: nothing is booked, staff are asked to look.
     *
     * @param utr what the payer's app shows, or blank
     * @throws InvalidFormException naming {@code utr}
     */
    @Transactional
    public void claim(UUID paymentId, String utr) {
        var payment = get(paymentId);
        var typed = utr == null || utr.isBlank() ? null : checked(utr);
        if (payment.status().wasBooked()) {
            return;
        }
        claims.keep(clinic.required(), paymentId, typed, clock.instant());
        audit.record("payment.claimed", RESOURCE, paymentId, payment.patientId());
        pages.tell(paymentId, UpiVariables.SAYS_PAID);
    }

    /**
     * Staff have seen the money at the bank: it is booked, once.
     *
     * @param utr the bank's reference of it
     * @throws InvalidFormException naming {@code utr}
     * @throws ProblemException {@code upi_reference_used} (409) when another payment has that reference
     */
    @Transactional
    public void seen(UUID paymentId, String utr) {
        var payment = get(paymentId);
        var reference = checked(utr);
        if (claims.referenceUsed(reference, paymentId)) {
            throw new ProblemException(HttpStatus.CONFLICT, "upi_reference_used");
        }
        book(payment, reference);
        audit.record("payment.seen-at-bank", RESOURCE, paymentId, payment.patientId());
    }

    /** A line of the bank's statement was matched to it: it is booked, once. @param utr the bank's reference, or null */
    @Transactional
    public void arrived(UUID paymentId, String utr) {
        book(get(paymentId), utr);
    }

    private void book(Payment payment, String reference) {
        payments.received(
                payment.id(),
                payment.amount(),
                payment.objectRef(),
                new PaidWith(PaymentMethod.UPI, null, null, reference),
                clock.instant());
    }

    private static String checked(String typed) {
        var utr = typed == null ? "" : typed.replaceAll("[\\s-]", "");
        if (!UTR.matcher(utr).matches()) {
            throw new InvalidFormException(List.of(new FieldError("utr", "utr", List.of())));
        }
        return utr;
    }
}
