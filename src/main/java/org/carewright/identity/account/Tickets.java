package org.carewright.identity.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.identity.Door;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives tickets out and takes them back in, each once. */
@Service
class Tickets {

    private final TicketMapper tickets;
    private final TicketSecret secrets;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tickets(
            TicketMapper tickets,
            TicketSecret secrets,
            ClinicScope clinic,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.secrets = secrets;
        this.clinic = clinic;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Whom a ticket is for. @param accountId null for invites */
    record Reader(UUID accountId, Door door, String email, String phone, String name, String language) {}

    /** What else an invite says. */
    record Offer(String[] roles, UUID patientId, String accessLevel, UUID createdBy) {

        static final Offer NONE = new Offer(new String[0], null, null, null);
    }

    /** Gives out a ticket and asks for its message; an earlier one of the account's no longer works. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID issue(TicketPurpose purpose, Reader reader, Offer offer) {
        var now = clock.instant();
        if (reader.accountId() != null) {
            tickets.withdrawEarlier(reader.accountId(), purpose.code(), now);
        }
        var ticket = new Ticket(
                UUID.randomUUID(),
                purpose.code(),
                reader.accountId(),
                reader.door().code(),
                reader.email(),
                reader.phone(),
                reader.name(),
                reader.language(),
                offer.roles(),
                offer.patientId(),
                offer.accessLevel(),
                offer.createdBy(),
                now,
                now.plus(purpose.life()),
                null,
                null,
                0);
        tickets.insert(ticket);
        events.publishEvent(new AccountMessageRequested(ticket.id()));
        return ticket.id();
    }

    /**
     * Looks at the ticket behind a link without using it: mail scanners open links.
     *
     * @throws ProblemException 410 {@code link_over}, whatever is wrong with it
     */
    Ticket look(String token, TicketPurpose purpose, Door door) {
        return inClinicOf(token, () -> transaction.execute(status -> open(token, purpose, door)));
    }

    /**
     * Uses the ticket behind a link, in its clinic's scope and in one transaction with the work; refused work leaves it
     * unused.
     *
     * @throws ProblemException 410 {@code link_over}, whatever is wrong with it
     */
    <T> T use(String token, TicketPurpose purpose, Door door, Function<Ticket, T> work) {
        return inClinicOf(
                token,
                () -> transaction.execute(status -> {
                    var ticket = open(token, purpose, door);
                    if (tickets.use(ticket.id(), clock.instant()) == 0) {
                        throw over();
                    }
                    return work.apply(ticket);
                }));
    }

    private <T> T inClinicOf(String token, java.util.function.Supplier<T> work) {
        var clinicId = TicketSecret.idIn(token).map(tickets::clinicOf).orElseThrow(Tickets::over);
        return clinic.call(clinicId, work);
    }

    private Ticket open(String token, TicketPurpose purpose, Door door) {
        return TicketSecret.idIn(token)
                .flatMap(tickets::find)
                .filter(ticket -> ticket.purpose().equals(purpose.code()))
                .filter(ticket -> ticket.door().equals(door.code()))
                .filter(ticket -> secrets.isLinkOf(token, ticket))
                .filter(ticket -> ticket.isOpenAt(clock.instant()))
                .orElseThrow(Tickets::over);
    }

    /** The open ticket of that purpose of an account in scope. */
    Optional<Ticket> newestOpen(UUID accountId, TicketPurpose purpose) {
        return tickets.newestOpen(accountId, purpose.code(), clock.instant());
    }

    static ProblemException over() {
        return new ProblemException(HttpStatus.GONE, "link_over");
    }
}
