package org.carewright.integrations.stripe;

import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.util.Locale;
import java.util.UUID;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.SetupOrder;
import org.carewright.integrations.payment.StoredCharge;

/** What we ask Stripe for. Nothing in it names a person: ids of ours and the invoice's number only. */
final class StripeOrders {

    /** Metadata by which events find our rows. */
    static final String PAYMENT_ID = "payment_id";

    static final String REFUND_ID = "refund_id";
    static final String SETUP_ID = "setup_id";
    /** Whether the patient pays on a page, where a declined card isn't the end. */
    static final String ON_PAGE = "on_page";

    private StripeOrders() {}

    static CustomerCreateParams customer(UUID clinicId) {
        return CustomerCreateParams.builder()
                .putMetadata("clinic_id", clinicId.toString())
                .build();
    }

    /** @param customerRef null for none */
    static SessionCreateParams payment(PaymentOrder order, String customerRef) {
        var currency = order.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT);
        var id = order.paymentId().toString();
        var intent = SessionCreateParams.PaymentIntentData.builder()
                .setDescription(order.reference())
                .putMetadata(PAYMENT_ID, id)
                .putMetadata(ON_PAGE, "true");
        if (order.saveMethod() && customerRef != null) {
            intent.setSetupFutureUsage(SessionCreateParams.PaymentIntentData.SetupFutureUsage.OFF_SESSION);
        }
        var product = SessionCreateParams.LineItem.PriceData.ProductData.builder()
                .setName(order.reference())
                .build();
        var price = SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency(currency)
                .setUnitAmount(order.amount().minor())
                .setProductData(product)
                .build();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setCustomer(customerRef)
                .setClientReferenceId(id)
                .putMetadata(PAYMENT_ID, id)
                .setPaymentIntentData(intent.build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPriceData(price)
                        .setQuantity(1L)
                        .build())
                .setSuccessUrl(order.success().toString())
                .setCancelUrl(order.cancel().toString())
                .setLocale(locale(order.locale()))
                .build();
    }

    static SessionCreateParams setup(SetupOrder order, String customerRef) {
        var id = order.setupId().toString();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .setCurrency(order.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setCustomer(customerRef)
                .setClientReferenceId(id)
                .putMetadata(SETUP_ID, id)
                .setSetupIntentData(SessionCreateParams.SetupIntentData.builder()
                        .putMetadata(SETUP_ID, id)
                        .build())
                .setSuccessUrl(order.success().toString())
                .setCancelUrl(order.cancel().toString())
                .setLocale(locale(order.locale()))
                .build();
    }

    static PaymentIntentCreateParams charge(StoredCharge charge) {
        return PaymentIntentCreateParams.builder()
                .setAmount(charge.amount().minor())
                .setCurrency(charge.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setCustomer(charge.customerRef())
                .setPaymentMethod(charge.methodRef())
                .setConfirm(true)
                .setOffSession(true)
                .setDescription(charge.reference())
                .putMetadata(PAYMENT_ID, charge.paymentId().toString())
                .putMetadata(ON_PAGE, "false")
                .addExpand("payment_method")
                .build();
    }

    /** @param intentRef the {@code pi_} that was paid */
    static RefundCreateParams refund(RefundOrder order, String intentRef) {
        return RefundCreateParams.builder()
                .setPaymentIntent(intentRef)
                .setAmount(order.amount().minor())
                .putMetadata(REFUND_ID, order.refundId().toString())
                .putMetadata("reason", order.reason())
                .build();
    }

    /** Checkout speaks four of our five languages; readers of the fifth get their browser's. */
    private static SessionCreateParams.Locale locale(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> SessionCreateParams.Locale.EN;
            case "ja" -> SessionCreateParams.Locale.JA;
            case "zh" ->
                "TW".equals(locale.getCountry()) || "Hant".equals(locale.getScript())
                        ? SessionCreateParams.Locale.ZH_TW
                        : SessionCreateParams.Locale.ZH;
            default -> SessionCreateParams.Locale.AUTO;
        };
    }
}
