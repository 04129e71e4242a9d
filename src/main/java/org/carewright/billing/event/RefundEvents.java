package org.carewright.billing.event;

import java.util.Optional;
import org.carewright.billing.refund.Refund;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.billing.refund.RefundStatus;
import org.carewright.billing.refund.Refunds;
import org.carewright.integrations.inbox.StoredProviderEvent;
import org.springframework.stereotype.Component;

/** What providers tell about refunds. */
@Component
class RefundEvents {

    private final Refunds refunds;
    private final RefundRuns runs;
    private final EventChecks checks;

    RefundEvents(Refunds refunds, RefundRuns runs, EventChecks checks) {
        this.refunds = refunds;
        this.runs = runs;
        this.checks = checks;
    }

    void succeeded(StoredProviderEvent event) {
        var refund = Optional.ofNullable(event.objectId()).flatMap(refunds::find);
        if (refund.isEmpty()) {
            checks.report("unknown_refund", event, null, null);
        } else if (event.amount() != null && !event.amount().equals(refund.get().amount())) {
            checks.report(
                    "refund_amount", event, refund.get().id(), refund.get().amount());
        } else if (asked(refund.get())) {
            refunds.issued(refund.get().id(), event.providerRef());
            runs.told(refund.get().id());
        } else {
            checks.report(
                    "unknown_refund", event, refund.get().id(), refund.get().amount());
        }
    }

    void failed(StoredProviderEvent event) {
        var refund = Optional.ofNullable(event.objectId()).flatMap(refunds::find);
        if (refund.isEmpty()) {
            checks.report("unknown_refund", event, null, null);
        } else if (refund.get().status() == RefundStatus.ISSUED) {
            checks.report(
                    "refund_taken_back", event, refund.get().id(), refund.get().amount());
        } else if (asked(refund.get())) {
            refunds.failed(refund.get().id(), event.detail() == null ? "other" : event.detail());
            runs.told(refund.get().id());
        }
    }

    private static boolean asked(Refund refund) {
        return refund.status() == RefundStatus.ISSUING || refund.status() == RefundStatus.ISSUED;
    }
}
