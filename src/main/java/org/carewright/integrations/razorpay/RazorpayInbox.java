package org.carewright.integrations.razorpay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.PaymentObjects.PaymentObject;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.PaymentFacts;
import org.carewright.integrations.inbox.ProviderEvent;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.razorpay.RazorpayEvents.Told;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/**
 * Keeps what a webhook tells with the clinic whose order it is, or, when it isn't for that account, as evidence that
 * nobody handles.
 */
@Component
class RazorpayInbox {

    private final PaymentObjects objects;
    private final Inbox inbox;
    private final ClinicScope clinic;

    RazorpayInbox(PaymentObjects objects, Inbox inbox, ClinicScope clinic) {
        this.objects = objects;
        this.inbox = inbox;
        this.clinic = clinic;
    }

    /**
     * @param account whose secret signed it
     * @param ownerId the clinic whose own account it is, null for the platform's
     */
    void keep(ConnectedAccount account, UUID ownerId, String eventId, Told told) {
        var clinicId = clinicOf(told);
        if (clinicId.isEmpty()) {
            // Something else is sold through the same account.
            return;
        }
        if (ownerId != null && !ownerId.equals(clinicId.get())) {
            inbox.refuse(event(ownerId, account, eventId, told, null), "other_clinic");
            return;
        }
        var object = clinic.call(clinicId.get(), () -> object(told));
        var event = event(clinicId.get(), account, eventId, told, object.orElse(null));
        var reason = object.map(found -> mismatch(found, account)).orElse(null);
        if (reason == null) {
            inbox.receive(List.of(event));
        } else {
            inbox.refuse(event, reason);
        }
    }

    private static String mismatch(PaymentObject object, ConnectedAccount account) {
        if (object.live() != account.isLive()) {
            return "other_mode";
        }
        return java.util.Objects.equals(object.accountId(), account.id()) ? null : "other_account";
    }

    private Optional<UUID> clinicOf(Told told) {
        var byOrder = told.orderRef().isEmpty()
                ? Optional.<UUID>empty()
                : objects.clinicOf(Gateway.RAZORPAY, told.orderRef());
        return byOrder.or(
                () -> told.isRefund() ? objects.clinicOf(Gateway.RAZORPAY, told.subjectRef()) : Optional.empty());
    }

    /** Empty for a refund that was made in Razorpay's own pages: billing has none to compare it with. */
    private Optional<PaymentObject> object(Told told) {
        if (!told.isRefund()) {
            return objects.findByRef(Gateway.RAZORPAY, told.orderRef());
        }
        return objects.findByRef(Gateway.RAZORPAY, told.subjectRef())
                .or(() -> receipt(told).flatMap(objects::find))
                .filter(found -> found.kind() == PaymentObjects.Kind.REFUND);
    }

    /** The answer to the call may be lost, so that only the receipt tells which of our refunds it is. */
    private static Optional<UUID> receipt(Told told) {
        try {
            return Optional.of(UUID.fromString(told.receipt()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProviderEvent event(
            UUID clinicId, ConnectedAccount account, String eventId, Told told, PaymentObject object) {
        return new ProviderEvent(
                clinicId,
                RazorpayApi.PROVIDER,
                eventId,
                told.kind(),
                null,
                told.subjectRef(),
                told.detail(),
                null,
                told.at(),
                new PaymentFacts(
                        object == null ? null : object.id(),
                        told.isRefund() ? told.subjectRef() : told.orderRef(),
                        told.amount(),
                        account.id(),
                        account.isLive(),
                        told.dueAt(),
                        null));
    }
}
