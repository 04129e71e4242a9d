package org.carewright.billing.difference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.billing.difference.ComparisonMapper.PaymentRow;
import org.carewright.billing.difference.ComparisonMapper.RefundRow;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares a provider's movements of a time with payments, refunds, disputes, the ledger and the inbox (BIL-9). */
@Component
public class Comparison {

    static final Duration SETTLES_IN = Duration.ofHours(3);

    /** Clocks and cut-offs differ: the provider's movements are read a little beyond the time compared. */
    private static final Duration MARGIN = Duration.ofHours(2);

    private static final String SUCCEEDED = "succeeded";
    private static final String ISSUED = "issued";

    private final ComparisonMapper rows;
    private final Differences differences;
    private final PaymentGateways gateways;
    private final ProviderAccounts accounts;
    private final Inbox inbox;
    private final ProviderFees fees;

    Comparison(
            ComparisonMapper rows,
            Differences differences,
            PaymentGateways gateways,
            ProviderAccounts accounts,
            Inbox inbox,
            ProviderFees fees) {
        this.rows = rows;
        this.differences = differences;
        this.gateways = gateways;
        this.accounts = accounts;
        this.inbox = inbox;
        this.fees = fees;
    }

    /** Reports what differs; what differed before and doesn't any more is closed. @param to exclusive */
    @Transactional(propagation = Propagation.MANDATORY)
    public void compare(Gateway gateway, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        var moved = gateways.of(gateway)
                .movements(from.minus(MARGIN), to.plus(MARGIN))
                .toList();
        var found = new ArrayList<Difference>();
        // On an account that clinics share, what we don't know is another clinic's.
        var own = accounts.all().stream().anyMatch(account -> account.gateway() == gateway && account.active());
        moved.stream()
                .filter(movement ->
                        !movement.at().isBefore(from) && movement.at().isBefore(to))
                .forEach(movement -> compare(gateway, movement, own, found));
        compareBack(gateway, from, to, moved, found);
        inbox.waiting(gateway.code(), from, to)
                .forEach(event -> found.add(new Difference(
                        "event_waits",
                        gateway.code(),
                        event.eventId(),
                        event.objectId(),
                        null,
                        event.amount(),
                        event.occurredAt(),
                        true)));
        found.forEach(differences::report);
        var keys = new HashSet<String>();
        found.forEach(each -> keys.add(Differences.key(each.kind(), each.providerRef())));
        differences.goneExcept(gateway.code(), from, to, keys);
    }

    private void compare(Gateway gateway, ProviderMovement movement, boolean own, List<Difference> found) {
        switch (movement.kind()) {
            case PAYMENT -> comparePayment(gateway, movement, own, found);
            case REFUND -> compareRefund(gateway, movement, own, found);
            case DISPUTE -> compareDispute(gateway, movement, own, found);
            case FEE, DISPUTE_FEE, DISPUTE_FEE_REVERSAL -> compareFee(gateway, movement, found);
            default -> {
                // What comes back after a dispute or a refund is told by its own event.
            }
        }
    }

    private void comparePayment(Gateway gateway, ProviderMovement movement, boolean own, List<Difference> found) {
        var row = movement.ourReference() == null ? null : rows.payment(movement.ourReference());
        if (row == null) {
            if (own) {
                found.add(of("unknown_payment", gateway, movement, null, null));
            }
        } else if (!row.status().equals(SUCCEEDED)) {
            found.add(of("not_booked", gateway, movement, row.id(), null));
        } else if (!amount(row).equals(movement.amount())) {
            found.add(of("amount", gateway, movement, row.id(), amount(row)));
        }
    }

    private void compareRefund(Gateway gateway, ProviderMovement movement, boolean own, List<Difference> found) {
        var row = movement.ourReference() == null ? null : rows.refund(movement.ourReference());
        if (row == null) {
            if (own) {
                found.add(of("unknown_refund", gateway, movement, null, null));
            }
        } else if (!row.status().equals(ISSUED)) {
            found.add(of("refund_not_booked", gateway, movement, row.id(), null));
        } else if (!amount(row).equals(movement.amount())) {
            found.add(of("refund_amount", gateway, movement, row.id(), amount(row)));
        }
    }

    private void compareDispute(Gateway gateway, ProviderMovement movement, boolean own, List<Difference> found) {
        var ours = own || movement.ourReference() != null && rows.payment(movement.ourReference()) != null;
        if (ours && !rows.disputeKnown(gateway.code(), movement.providerRef())) {
            found.add(of("unknown_dispute", gateway, movement, movement.ourReference(), null));
        }
    }

    /** Only of payments that are booked: of others the payment itself differs. */
    private void compareFee(Gateway gateway, ProviderMovement movement, List<Difference> found) {
        var row = movement.ourReference() == null ? null : rows.payment(movement.ourReference());
        if (row == null || !row.status().equals(SUCCEEDED)) {
            return;
        }
        var back = movement.kind() == ProviderMovement.Kind.DISPUTE_FEE_REVERSAL;
        var kind = feeKind(movement);
        var document =
                kind.equals(ProviderFees.PAYMENT) ? row.id() : rows.dispute(gateway.code(), movement.providerRef());
        if (document == null) {
            // A dispute that nobody told us of is a difference itself.
            return;
        }
        var bearer = new ProviderFees.Bearer(row.id(), row.invoiceId(), row.method());
        var minor = movement.amount().minor();
        var fee = new Money(back ? -minor : minor, movement.amount().currency());
        fees.bookOrCompare(kind, document, bearer, fee)
                .ifPresent(booked -> found.add(of(back ? "fee_back" : "fee", gateway, movement, row.id(), booked)));
    }

    private static String feeKind(ProviderMovement movement) {
        return switch (movement.kind()) {
            case DISPUTE_FEE -> ProviderFees.DISPUTE;
            case DISPUTE_FEE_REVERSAL -> ProviderFees.DISPUTE_CHANGED;
            default -> ProviderFees.PAYMENT;
        };
    }

    /** What we say came or went, and the provider knows nothing of; and payments whose entries aren't theirs. */
    private void compareBack(
            Gateway gateway, Instant from, Instant to, List<ProviderMovement> moved, List<Difference> found) {
        var payments = references(moved, ProviderMovement.Kind.PAYMENT);
        rows.booked(gateway.code(), from, to).stream()
                .filter(row -> !payments.contains(row.id()))
                .forEach(row -> found.add(back("not_at_provider", gateway, row)));
        var refunds = references(moved, ProviderMovement.Kind.REFUND);
        rows.refunded(gateway.code(), from, to).stream()
                .filter(row -> !refunds.contains(row.id()))
                .forEach(row -> found.add(new Difference(
                        "not_at_provider",
                        gateway.code(),
                        row.providerRef(),
                        row.id(),
                        amount(row),
                        null,
                        row.issuedAt(),
                        true)));
        rows.wrongInLedger(gateway.code(), from, to).forEach(row -> found.add(back("ledger", gateway, row)));
    }

    private static Set<UUID> references(List<ProviderMovement> moved, ProviderMovement.Kind kind) {
        var ids = new HashSet<UUID>();
        moved.stream()
                .filter(movement -> movement.kind() == kind && movement.ourReference() != null)
                .forEach(movement -> ids.add(movement.ourReference()));
        return ids;
    }

    private static Difference of(
            String kind, Gateway gateway, ProviderMovement movement, UUID documentId, Money expected) {
        return new Difference(
                kind,
                gateway.code(),
                movement.providerRef(),
                documentId,
                expected,
                movement.amount(),
                movement.at(),
                true);
    }

    private static Difference back(String kind, Gateway gateway, PaymentRow row) {
        var ref = row.providerRef() == null ? row.id().toString() : row.providerRef();
        return new Difference(kind, gateway.code(), ref, row.id(), amount(row), null, row.paidAt(), true);
    }

    private static Money amount(PaymentRow row) {
        return Money.of(row.amountMinor(), row.currency());
    }

    private static Money amount(RefundRow row) {
        return Money.of(row.amountMinor(), row.currency());
    }
}
