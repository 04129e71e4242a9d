package org.carewright.integrations.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.util.UUID;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** What Stripe keeps for us, looked up by its ids, and the customers that are made there. */
@Component
class StripeLookups {

    private static final String SESSION = "cs_";

    private final StripeCalls calls;
    private final PaymentObjects objects;
    private final ClinicScope clinic;

    StripeLookups(StripeCalls calls, PaymentObjects objects, ClinicScope clinic) {
        this.calls = calls;
        this.objects = objects;
        this.clinic = clinic;
    }

    static boolean isSession(String providerRef) {
        return providerRef.startsWith(SESSION);
    }

    /** The account through which it was made. */
    ConnectedAccount account(String providerRef) {
        return objects.accountOf(Gateway.STRIPE, providerRef)
                .orElseThrow(() -> new IllegalArgumentException("No account of ours made " + providerRef));
    }

    /** The patient's id at Stripe, made when there is none. @throws CustomerNotMade when Stripe wasn't reached */
    String customer(ConnectedAccount account, UUID patientId) {
        return objects.customer(account, patientId, () -> {
            var clinicId = clinic.required();
            var key = "customer:" + clinicId + ":" + account.id() + ":" + patientId;
            var answer = calls.call(
                    account,
                    client -> client.v1().customers().create(StripeOrders.customer(clinicId), StripeCalls.key(key)));
            if (answer instanceof StripeAnswer.NotTaken<?> notTaken) {
                throw new CustomerNotMade(notTaken.code());
            }
            return required(answer).getId();
        });
    }

    /** The {@code pi_} behind any of a payment's ids; null when nobody has paid yet. */
    String intentOf(ConnectedAccount account, String providerRef) {
        return isSession(providerRef) ? session(account, providerRef).getPaymentIntent() : providerRef;
    }

    Session session(ConnectedAccount account, String id) {
        var params = SessionRetrieveParams.builder()
                .addExpand("payment_intent.payment_method")
                .addExpand("setup_intent.payment_method")
                .build();
        var session = required(
                calls.call(account, client -> client.v1().checkout().sessions().retrieve(id, params)));
        if (session.getPaymentIntent() != null) {
            rememberIntent(session);
        }
        return session;
    }

    private void rememberIntent(Session session) {
        objects.findByRef(Gateway.STRIPE, session.getId())
                .ifPresent(payment -> objects.made(payment.id(), Gateway.STRIPE, session.getPaymentIntent()));
    }

    PaymentIntent intent(ConnectedAccount account, String id) {
        var params = PaymentIntentRetrieveParams.builder()
                .addExpand("payment_method")
                .build();
        return required(
                calls.call(account, client -> client.v1().paymentIntents().retrieve(id, params)));
    }

    /** What must be there; a provider that can't be asked now is asked again by the job. */
    static <T> T required(StripeAnswer<T> answer) {
        if (answer instanceof StripeAnswer.Ok<T> ok) {
            return ok.object();
        }
        throw new StripeUnsettledException(
                answer instanceof StripeAnswer.NotTaken<T> notTaken
                        ? notTaken.code()
                        : answer instanceof StripeAnswer.Refused<T> refused ? refused.code() : "card_error");
    }

    /** Nothing was charged: the call stopped before. */
    static final class CustomerNotMade extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CustomerNotMade(String code) {
            super(code);
        }
    }
}
