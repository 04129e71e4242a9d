package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.PaymentObjects.Kind;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateway;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.RefundResult;
import org.carewright.integrations.payment.SetupOrder;
import org.carewright.integrations.payment.SetupResult;
import org.carewright.integrations.payment.StoredCharge;
import org.carewright.integrations.razorpay.RazorpayAnswer.NotTaken;
import org.carewright.integrations.razorpay.RazorpayAnswer.Ok;
import org.carewright.integrations.razorpay.RazorpayAnswer.Refused;
import org.carewright.integrations.razorpay.RazorpayApi.Access;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Payments as orders at Razorpay, which are paid on its page; the order's id stands for the payment in all results. An
 * order is paid once, and may be tried again after a decline. Cards are not saved: charging one without the patient needs
 * a mandate of the patient's bank in India, so whoever wants to charge asks the patient to pay on a page.
 */
@Component
class RazorpayGateway implements PaymentGateway {

    /** Path of our page that leads to Razorpay's. */
    static final String PAGE = "/pay/razorpay/";

    private final RazorpayAccounts accounts;
    private final RazorpayApi api;
    private final PaymentObjects objects;
    private final RazorpayOrderBook book;
    private final RazorpayMovements movements;
    private final PublicUrl publicUrl;
    private final ObjectMapper json;

    RazorpayGateway(
            RazorpayAccounts accounts,
            RazorpayApi api,
            PaymentObjects objects,
            RazorpayOrderBook book,
            RazorpayMovements movements,
            PublicUrl publicUrl,
            ObjectMapper json) {
        this.accounts = accounts;
        this.api = api;
        this.objects = objects;
        this.book = book;
        this.movements = movements;
        this.publicUrl = publicUrl;
        this.json = json;
    }

    @Override
    public Gateway gateway() {
        return Gateway.RAZORPAY;
    }

    /** Razorpay has no idempotency key for orders: one whose answer was lost is found again by its receipt, our id. */
    @Override
    public PaymentResult open(PaymentOrder order) {
        var currency = order.amount().currency().getCurrencyCode();
        var account = objects.begin(order.paymentId(), Kind.PAYMENT, Gateway.RAZORPAY, () -> accounts.forNew(currency));
        if (account.isEmpty()) {
            return new PaymentResult.NotTaken("not_configured");
        }
        var access = accounts.access(account.get());
        var found = api.get(access, "/orders?receipt=" + order.paymentId());
        if (found instanceof Ok ok && ok.body().path("items").size() > 0) {
            return opened(order, access, ok.body().at("/items/0/id").asText());
        }
        var made = found instanceof Ok ? api.post(access, "/orders", body(order), Optional.empty()) : found;
        if (made instanceof Ok ok) {
            return opened(order, access, ok.body().path("id").asText());
        } else if (made instanceof Refused) {
            return new PaymentResult.Declined(null, DeclineCode.METHOD_NOT_USABLE);
        }
        return new PaymentResult.NotTaken(((NotTaken) made).code());
    }

    private PaymentResult opened(PaymentOrder order, Access access, String orderRef) {
        objects.made(order.paymentId(), Gateway.RAZORPAY, orderRef);
        // Of two orders made at once for one payment the first one kept is shown, the other is never paid.
        var kept = book.keep(order, access.keyId(), orderRef);
        return new PaymentResult.Waiting(kept, publicUrl.uri(PAGE + kept));
    }

    private ObjectNode body(PaymentOrder order) {
        var body = json.createObjectNode()
                .put("amount", order.amount().minor())
                .put("currency", order.amount().currency().getCurrencyCode())
                .put("receipt", order.paymentId().toString());
        body.putObject("notes").put("reference", order.reference());
        // Authorised money that nobody captures goes back after days; nobody here would decide about it.
        body.putObject("payment").put("capture", "automatic");
        return body;
    }

    /** Never: see the class. */
    @Override
    public PaymentResult charge(StoredCharge charge) {
        return new PaymentResult.Declined(null, DeclineCode.AUTHENTICATION_REQUIRED);
    }

    @Override
    public SetupResult setUp(SetupOrder order) {
        return new SetupResult.Failed(null, DeclineCode.METHOD_NOT_USABLE);
    }

    @Override
    public SetupResult lookSetUp(String providerRef) {
        return new SetupResult.Failed(null, DeclineCode.METHOD_NOT_USABLE);
    }

    @Override
    public void forget(String methodRef) {
        // None was saved.
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        var account = objects.begin(
                order.refundId(), Kind.REFUND, Gateway.RAZORPAY, () -> Optional.of(accounts.of(order.paymentRef())));
        if (account.isEmpty()) {
            return new RefundResult.NotTaken("not_configured");
        }
        var access = accounts.access(account.get());
        var found = api.get(access, "/orders/" + order.paymentRef() + "/payments");
        if (!(found instanceof Ok payments)) {
            return refundNotMade(found);
        }
        var captured = RazorpayPayment.all(payments.body()).stream()
                .filter(RazorpayPayment::isCaptured)
                .findFirst();
        if (captured.isEmpty()) {
            return new RefundResult.Refused(null, "not_captured");
        }
        if (!captured.get().amount().currency().equals(order.amount().currency())) {
            return new RefundResult.Refused(null, "other_currency");
        }
        var made = api.post(
                access,
                "/payments/" + captured.get().id() + "/refund",
                body(order),
                Optional.of(order.refundId().toString()));
        if (!(made instanceof Ok ok)) {
            return refundNotMade(made);
        }
        var refundRef = ok.body().path("id").asText();
        objects.made(order.refundId(), Gateway.RAZORPAY, refundRef);
        return refund(refundRef, ok);
    }

    /** The same at each try: with another body the key would be refused. */
    private ObjectNode body(RefundOrder order) {
        var body = json.createObjectNode()
                .put("amount", order.amount().minor())
                .put("speed", "normal")
                .put("receipt", order.refundId().toString());
        body.putObject("notes").put("reason", order.reason());
        return body;
    }

    private static RefundResult refundNotMade(RazorpayAnswer answer) {
        return answer instanceof Refused refused
                ? new RefundResult.Refused(null, refused.code())
                : new RefundResult.NotTaken(((NotTaken) answer).code());
    }

    @Override
    public RefundResult lookRefund(String providerRef) {
        var answer = api.get(accounts.access(accounts.of(providerRef)), "/refunds/" + providerRef);
        return answer instanceof Ok ok ? refund(providerRef, ok) : refundNotMade(answer);
    }

    private static RefundResult refund(String refundRef, Ok answer) {
        return switch (answer.body().path("status").asText()) {
            case "processed" ->
                new RefundResult.Succeeded(
                        refundRef,
                        RazorpayPayment.amountOf(answer.body())
                                .orElseThrow(() -> new RazorpayUnsettledException("no_amount")));
            case "failed" -> new RefundResult.Refused(refundRef, "failed");
            default -> new RefundResult.Waiting(refundRef);
        };
    }

    @Override
    public PaymentResult look(String providerRef) {
        var answer = api.get(accounts.access(accounts.of(providerRef)), "/orders/" + providerRef + "/payments");
        if (answer instanceof Ok ok) {
            return stand(providerRef, ok);
        }
        return new PaymentResult.NotTaken(
                answer instanceof Refused refused ? refused.code() : ((NotTaken) answer).code());
    }

    private PaymentResult stand(String orderRef, Ok answer) {
        var payments = RazorpayPayment.all(answer.body());
        var captured = payments.stream().filter(RazorpayPayment::isCaptured).findFirst();
        if (captured.isPresent()) {
            return new PaymentResult.Succeeded(
                    orderRef, captured.get().amount(), captured.get().with());
        }
        if (payments.stream().anyMatch(RazorpayPayment::isPending)) {
            return new PaymentResult.Waiting(orderRef, null);
        }
        return book.isClosed(orderRef)
                ? new PaymentResult.Declined(orderRef, DeclineCode.CANCELLED)
                : new PaymentResult.Waiting(orderRef, publicUrl.uri(PAGE + orderRef));
    }

    /**
     * An order can't be cancelled at Razorpay: our page stops leading there, but a patient who has Razorpay's page open
     * already can still pay. Then the event comes, and the caller gives the money back.
     */
    @Override
    public PaymentResult close(String providerRef) {
        book.close(providerRef);
        return look(providerRef);
    }

    @Override
    public Stream<ProviderMovement> movements(Instant from, Instant to) {
        return accounts.all().stream().flatMap(account -> movements.of(account, from, to).stream());
    }
}
