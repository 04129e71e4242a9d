package org.carewright.integrations.razorpay;

import java.time.Clock;
import java.util.List;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.PaymentFacts;
import org.carewright.integrations.inbox.ProviderEvent;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentResult.Succeeded;
import org.carewright.integrations.razorpay.RazorpayOrderBook.Order;
import org.carewright.shared.tenant.ClinicScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the patient's browser brings back from Razorpay's page. */
@Component
class RazorpayReturn {

    private static final Logger log = LoggerFactory.getLogger(RazorpayReturn.class);

    private final RazorpayGateway gateway;
    private final PaymentObjects objects;
    private final Inbox inbox;
    private final ClinicScope clinic;
    private final Clock clock;

    RazorpayReturn(RazorpayGateway gateway, PaymentObjects objects, Inbox inbox, ClinicScope clinic, Clock clock) {
        this.gateway = gateway;
        this.objects = objects;
        this.inbox = inbox;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Checks the signature with the order we kept, and asks Razorpay itself.
     *
     * @return whether the signature is Razorpay's
     */
    boolean accept(Order order, String paymentRef, String signature) {
        if (paymentRef == null || !paymentRef.matches("pay_[A-Za-z0-9]{1,32}")) {
            return false;
        }
        return clinic.call(order.clinicId(), () -> {
            var account = objects.accountOf(Gateway.RAZORPAY, order.orderRef())
                    .filter(one -> RazorpaySignature.isOfCheckout(
                            one.credential(RazorpayAccounts.KEY_SECRET), signature, order.orderRef(), paymentRef));
            account.ifPresent(one -> tellIfPaid(order, paymentRef, one));
            return account.isPresent();
        });
    }

    /** When Razorpay doesn't answer now, its webhook tells or reconciliation does. */
    private void tellIfPaid(Order order, String paymentRef, ConnectedAccount account) {
        try {
            if (gateway.look(order.orderRef()) instanceof Succeeded paid) {
                inbox.receive(List.of(new ProviderEvent(
                        order.clinicId(),
                        RazorpayApi.PROVIDER,
                        "return:" + paymentRef,
                        "payment_succeeded",
                        null,
                        paymentRef,
                        null,
                        null,
                        clock.instant(),
                        new PaymentFacts(
                                order.paymentId(), order.orderRef(), paid.amount(), account.id(), account.isLive()))));
            }
        } catch (RazorpayUnsettledException e) {
            log.info("Whether order {} is paid is not known yet: {}", order.orderRef(), e.getMessage());
        }
    }
}
