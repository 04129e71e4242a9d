package org.carewright.integrations.stripe;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.PaymentObjects.PaymentObject;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.PaymentFacts;
import org.carewright.integrations.inbox.ProviderEvent;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.stripe.StripeEvents.Told;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/**
 * Keeps what an event tells with the clinic whose payment it is, or, when it isn't of that account or mode, as evidence
 * that nobody handles.
 */
@Component
class StripeInbox {

    private final PaymentObjects objects;
    private final StripeCalls calls;
    private final Inbox inbox;
    private final ClinicScope clinic;

    StripeInbox(PaymentObjects objects, StripeCalls calls, Inbox inbox, ClinicScope clinic) {
        this.objects = objects;
        this.calls = calls;
        this.inbox = inbox;
        this.clinic = clinic;
    }

    /**
     * @param account whose secret signed it
     * @param ownerId the clinic whose own account it is, null for the platform's
     */
    void keep(ConnectedAccount account, UUID ownerId, Told told) {
        var known = clinicOf(told).or(() -> clinicOfIntent(account, told));
        if (known.isEmpty()) {
            // Something else is sold through the same account.
            return;
        }
        var clinicId = known.get();
        if (ownerId != null && !ownerId.equals(clinicId)) {
            inbox.refuse(event(ownerId, account, told, null), "other_clinic");
            return;
        }
        clinic.run(clinicId, () -> {
            var object = object(told);
            var event = event(clinicId, account, told, object.orElse(null));
            var reason = mismatch(object.orElse(null), account, told);
            if (reason != null) {
                inbox.refuse(event, reason);
                return;
            }
            object.filter(found -> told.intentRef() != null && found.kind() == PaymentObjects.Kind.PAYMENT)
                    .ifPresent(found -> objects.made(found.id(), Gateway.STRIPE, told.intentRef()));
            inbox.receive(List.of(event));
        });
    }

    private static String mismatch(PaymentObject object, ConnectedAccount account, Told told) {
        if (told.live() != account.isLive()) {
            return "other_mode";
        }
        if (object == null) {
            return null;
        }
        if (object.live() != account.isLive()) {
            return "other_mode";
        }
        return Objects.equals(object.accountId(), account.id()) ? null : "other_account";
    }

    private Optional<UUID> clinicOf(Told told) {
        return Optional.ofNullable(told.objectId())
                .flatMap(objects::clinicOf)
                .or(() -> objects.clinicOf(Gateway.STRIPE, told.ref()))
                .or(() -> Optional.ofNullable(told.intentRef())
                        .flatMap(intent -> objects.clinicOf(Gateway.STRIPE, intent)));
    }

    /** A dispute or a refund that overtook the event of its payment: Stripe tells whose payment it is. */
    private Optional<UUID> clinicOfIntent(ConnectedAccount account, Told told) {
        if (told.intentRef() == null || told.objectId() != null) {
            return Optional.empty();
        }
        var answer = calls.call(account, client -> client.v1().paymentIntents().retrieve(told.intentRef()));
        if (answer instanceof StripeAnswer.NotTaken) {
            throw new StripeUnsettledException("payment_intent");
        }
        if (!(answer instanceof StripeAnswer.Ok<com.stripe.model.PaymentIntent> ok)) {
            return Optional.empty();
        }
        var paymentId = ok.object().getMetadata().get(StripeOrders.PAYMENT_ID);
        if (paymentId == null) {
            return Optional.empty();
        }
        var id = UUID.fromString(paymentId);
        var clinicId = objects.clinicOf(id);
        clinicId.ifPresent(found -> clinic.run(found, () -> objects.made(id, Gateway.STRIPE, told.intentRef())));
        return clinicId;
    }

    /** Empty for a refund that was made in Stripe's own pages: billing has none to compare it with. */
    private Optional<PaymentObject> object(Told told) {
        if (told.kind().startsWith("dispute_")) {
            return objects.findByRef(Gateway.STRIPE, told.intentRef());
        }
        return Optional.ofNullable(told.objectId())
                .flatMap(objects::find)
                .or(() -> objects.findByRef(Gateway.STRIPE, told.ref()));
    }

    private static ProviderEvent event(UUID clinicId, ConnectedAccount account, Told told, PaymentObject object) {
        return new ProviderEvent(
                clinicId,
                StripeCalls.PROVIDER,
                told.id(),
                told.kind(),
                null,
                told.ref(),
                told.detail(),
                null,
                told.at(),
                new PaymentFacts(
                        object == null ? null : object.id(),
                        told.objectRef(),
                        told.amount(),
                        account.id(),
                        told.live(),
                        told.dueAt(),
                        told.feeSoFar()));
    }
}
