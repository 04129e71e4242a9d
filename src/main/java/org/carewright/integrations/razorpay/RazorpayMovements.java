package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.PaymentObjects.PaymentObject;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.integrations.payment.ProviderMovement.Kind;
import org.carewright.integrations.razorpay.RazorpayAnswer.Ok;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;

/**
 * What moved on an account, page by page. A clinic's own account is told whole; of the platform's account, which clinics
 * share, only what is this clinic's.
 */
@Component
class RazorpayMovements {

    private static final int PAGE = 100;

    private final RazorpayAccounts accounts;
    private final RazorpayApi api;
    private final PaymentObjects objects;

    RazorpayMovements(RazorpayAccounts accounts, RazorpayApi api, PaymentObjects objects) {
        this.accounts = accounts;
        this.api = api;
        this.objects = objects;
    }

    /** @throws RazorpayUnsettledException when a page could not be read: half a list would show false differences */
    List<ProviderMovement> of(ConnectedAccount account, Instant from, Instant to) {
        var moved = new ArrayList<ProviderMovement>();
        var paymentsByRef = new HashMap<String, Optional<UUID>>();
        for (var item : items(account, "/payments", from, to)) {
            var payment = new RazorpayPayment(item);
            if (payment.isCaptured()) {
                var ours = ours(paymentsByRef, payment.orderId());
                add(moved, account, Kind.PAYMENT, item, payment.amount(), ours);
                fee(item, payment).ifPresent(fee -> add(moved, account, Kind.FEE, item, fee, ours));
            }
        }
        for (var item : items(account, "/refunds", from, to)) {
            if (!"failed".equals(item.path("status").asText())) {
                RazorpayPayment.amountOf(item)
                        .ifPresent(amount -> add(moved, account, Kind.REFUND, item, amount, refund(item)));
            }
        }
        return moved;
    }

    /** Of each second everything: Razorpay's times are whole seconds, and its end is inclusive. */
    private List<JsonNode> items(ConnectedAccount account, String path, Instant from, Instant to) {
        var found = new ArrayList<JsonNode>();
        var range = "?from=" + from.getEpochSecond() + "&to=" + to.getEpochSecond() + "&count=" + PAGE + "&skip=";
        var size = PAGE;
        for (var skip = 0; size == PAGE; skip += PAGE) {
            var answer = api.get(accounts.access(account), path + range + skip);
            if (!(answer instanceof Ok ok)) {
                throw new RazorpayUnsettledException("movements");
            }
            var items = ok.body().path("items");
            size = items.size();
            items.forEach(item -> {
                if (at(item).isBefore(to) && !at(item).isBefore(from)) {
                    found.add(item);
                }
            });
        }
        return found;
    }

    private void add(
            List<ProviderMovement> moved,
            ConnectedAccount account,
            Kind kind,
            JsonNode item,
            Money amount,
            Optional<UUID> ours) {
        if (account.id() != null || ours.isPresent()) {
            moved.add(new ProviderMovement(item.path("id").asText(), kind, amount, at(item), ours.orElse(null)));
        }
    }

    private Optional<UUID> ours(Map<String, Optional<UUID>> known, String orderRef) {
        return known.computeIfAbsent(
                orderRef, ref -> objects.findByRef(Gateway.RAZORPAY, ref).map(PaymentObject::id));
    }

    private Optional<UUID> refund(JsonNode item) {
        return objects.findByRef(Gateway.RAZORPAY, item.path("id").asText()).map(PaymentObject::id);
    }

    private static Optional<Money> fee(JsonNode item, RazorpayPayment payment) {
        var fee = item.path("fee").asLong();
        return fee > 0 ? Optional.of(new Money(fee, payment.amount().currency())) : Optional.empty();
    }

    private static Instant at(JsonNode item) {
        return Instant.ofEpochSecond(item.path("created_at").asLong());
    }
}
