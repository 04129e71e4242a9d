package org.carewright.identity.account;

import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.Door;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does for an address without an account the work that one with an account causes, a ticket and its message included,
 * and takes it all back: the answer's time tells nothing either (IAM-2).
 */
@Component
class UnknownAddress {

    private final Tickets tickets;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;

    UnknownAddress(Tickets tickets, ClinicService clinics, ClinicScope clinic, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.clinics = clinics;
        this.clinic = clinic;
        this.transaction = transaction;
    }

    void pretend(TicketPurpose purpose, Door door, String email) {
        clinics.allIds().stream()
                .findFirst()
                .ifPresent(clinicId -> clinic.run(clinicId, () -> pretendInScope(purpose, door, email)));
    }

    private void pretendInScope(TicketPurpose purpose, Door door, String email) {
        transaction.executeWithoutResult(status -> {
            tickets.issue(purpose, new Tickets.Reader((UUID) null, door, email, null, email, "en"), Tickets.Offer.NONE);
            status.setRollbackOnly();
        });
    }
}
