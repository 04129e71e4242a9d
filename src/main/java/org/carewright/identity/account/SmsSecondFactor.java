package org.carewright.identity.account;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.identity.CurrentAccounts;
import org.carewright.identity.Door;
import org.carewright.identity.factor.SmsCodes;
import org.carewright.identity.session.ClinicSecurityService;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Codes by text message for the second step of a sign-in; the number was confirmed by {@link PhoneVerification}. */
@Service
class SmsSecondFactor implements SmsCodes {

    private static final String LIMIT = "second-factor-sms";

    private final CurrentAccounts people;
    private final AccountChangeMapper accounts;
    private final Tickets tickets;
    private final TicketMapper rows;
    private final TicketSecret secrets;
    private final ClinicSecurityService security;
    private final RateLimits limits;
    private final ClinicScope clinic;
    private final Clock clock;

    SmsSecondFactor(
            CurrentAccounts people,
            AccountChangeMapper accounts,
            Tickets tickets,
            TicketMapper rows,
            TicketSecret secrets,
            ClinicSecurityService security,
            RateLimits limits,
            ClinicScope clinic,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.tickets = tickets;
        this.rows = rows;
        this.secrets = secrets;
        this.security = security;
        this.limits = limits;
        this.clinic = clinic;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean offeredTo(UUID accountId) {
        // Operators have no clinic that could send one.
        return people.clinicOf(accountId) != null
                && inClinic(
                        accountId,
                        () -> security.current().smsCodes()
                                && accounts.find(accountId)
                                        .filter(SmsSecondFactor::isReachable)
                                        .isPresent());
    }

    @Override
    @Transactional
    public void send(UUID accountId) {
        limits.take(LIMIT, accountId.toString());
        inClinic(accountId, () -> {
            var account = accounts.find(accountId)
                    .filter(SmsSecondFactor::isReachable)
                    .orElseThrow(ProblemException::notFound);
            var reader = account.reader();
            return tickets.issue(
                    TicketPurpose.SECOND_FACTOR,
                    new Tickets.Reader(
                            accountId, reader.door(), null, account.phone(), reader.name(), reader.language()),
                    Tickets.Offer.NONE);
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(UUID accountId, String typed) {
        return inClinic(accountId, () -> tickets.newestOpen(accountId, TicketPurpose.SECOND_FACTOR)
                .filter(open -> rows.attempt(open.id(), PhoneVerification.ATTEMPTS, clock.instant()) == 1)
                .filter(open -> secrets.isCodeOf(typed, open))
                .filter(open -> rows.use(open.id(), clock.instant()) == 1)
                .isPresent());
    }

    private <T> T inClinic(UUID accountId, Supplier<T> work) {
        return clinic.call(people.clinicOf(accountId), work);
    }

    private static boolean isReachable(AccountRow account) {
        return account.phoneVerifiedAt() != null && account.reader().door() == Door.PORTAL;
    }
}
