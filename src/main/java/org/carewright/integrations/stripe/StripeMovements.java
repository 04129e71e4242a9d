package org.carewright.integrations.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.param.BalanceTransactionListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.PaymentObjects.PaymentObject;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.integrations.payment.ProviderMovement.Kind;
import org.springframework.stereotype.Component;

/** Reads an account's balance page by page; of the platform's account only what is this clinic's. */
@Component
class StripeMovements {

    private static final long PAGE = 100;

    private final StripeCalls calls;
    private final PaymentObjects objects;

    StripeMovements(StripeCalls calls, PaymentObjects objects) {
        this.calls = calls;
        this.objects = objects;
    }

    Stream<ProviderMovement> of(ConnectedAccount account, Instant from, Instant to) {
        return Stream.iterate(
                        page(account, from, to, null),
                        page -> page != null,
                        page -> page.hasMore ? page(account, from, to, page.last) : null)
                .flatMap(page -> page.movements.stream());
    }

    private record Page(List<ProviderMovement> movements, boolean hasMore, String last) {}

    private Page page(ConnectedAccount account, Instant from, Instant to, String after) {
        var params = BalanceTransactionListParams.builder()
                .setLimit(PAGE)
                .setStartingAfter(after)
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(to.getEpochSecond())
                        .build())
                .addExpand("data.source")
                .build();
        var answer =
                calls.call(account, client -> client.v1().balanceTransactions().list(params));
        if (!(answer instanceof StripeAnswer.Ok<com.stripe.model.StripeCollection<BalanceTransaction>> ok)) {
            throw new StripeUnsettledException("balance_transactions");
        }
        var found = ok.object().getData();
        var movements = new ArrayList<ProviderMovement>();
        found.forEach(line -> add(movements, account, line));
        return new Page(
                movements,
                Boolean.TRUE.equals(ok.object().getHasMore()) && !found.isEmpty(),
                found.isEmpty() ? null : found.get(found.size() - 1).getId());
    }

    private void add(List<ProviderMovement> movements, ConnectedAccount account, BalanceTransaction line) {
        var kind = kind(line);
        if (kind == null) {
            return;
        }
        var source = line.getSourceObject();
        var ours = ours(source);
        if (ours == null && account.id() == null) {
            // The platform's account takes money for other clinics too.
            return;
        }
        var at = Instant.ofEpochSecond(line.getCreated());
        var ref = ref(source, line.getId());
        movements.add(new ProviderMovement(
                ref, kind, StripeReading.money(Math.abs(line.getAmount()), line.getCurrency()), at, ours));
        if (line.getFee() != null && line.getFee() != 0) {
            var fee = StripeReading.money(Math.abs(line.getFee()), line.getCurrency());
            movements.add(new ProviderMovement(ref, feeKind(source, line.getFee()), fee, at, ours));
        }
    }

    private static Kind feeKind(Object source, long fee) {
        if (!(source instanceof Dispute)) {
            return Kind.FEE;
        }
        return fee > 0 ? Kind.DISPUTE_FEE : Kind.DISPUTE_FEE_REVERSAL;
    }

    /** Null for what is between Stripe and the clinic's bank (payouts). */
    private static Kind kind(BalanceTransaction line) {
        var category = line.getReportingCategory() == null ? "" : line.getReportingCategory();
        return switch (category) {
            case "charge" -> Kind.PAYMENT;
            case "refund" -> Kind.REFUND;
            case "refund_failure" -> Kind.REFUND_REVERSAL;
            case "dispute" -> Kind.DISPUTE;
            case "dispute_reversal" -> Kind.DISPUTE_REVERSAL;
            case "fee" -> Kind.FEE;
            default -> null;
        };
    }

    private static String ref(Object source, String line) {
        if (source instanceof Charge charge) {
            return charge.getPaymentIntent();
        } else if (source instanceof Refund refund) {
            return refund.getId();
        }
        return source instanceof Dispute dispute ? dispute.getId() : line;
    }

    /** Our id, when it is this clinic's. */
    private UUID ours(Object source) {
        if (source instanceof Charge charge) {
            return known(charge.getMetadata(), StripeOrders.PAYMENT_ID);
        } else if (source instanceof Refund refund) {
            return known(refund.getMetadata(), StripeOrders.REFUND_ID);
        }
        return source instanceof Dispute dispute
                ? objects.findByRef(Gateway.STRIPE, dispute.getPaymentIntent())
                        .map(PaymentObject::id)
                        .orElse(null)
                : null;
    }

    private UUID known(Map<String, String> metadata, String name) {
        var text = metadata == null ? null : metadata.get(name);
        try {
            return text == null
                    ? null
                    : objects.find(UUID.fromString(text)).map(PaymentObject::id).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
