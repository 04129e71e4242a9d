package org.carewright.identity.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.carewright.identity.Door;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what to write to people about their accounts, in the clinic in scope. */
@Service
public class AccountLetters {

    private final TicketMapper tickets;
    private final TicketSecret secrets;
    private final PublicUrl publicUrl;
    private final Clock clock;

    AccountLetters(TicketMapper tickets, TicketSecret secrets, PublicUrl publicUrl, Clock clock) {
        this.tickets = tickets;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The letter of that ticket; empty when there is none or it has been used, withdrawn or is over. */
    @Transactional(readOnly = true)
    public Optional<AccountLetter> find(UUID ticketId) {
        return tickets.find(ticketId)
                .filter(ticket -> ticket.isOpenAt(clock.instant()))
                .map(this::toLetter);
    }

    private AccountLetter toLetter(Ticket ticket) {
        var purpose = TicketPurpose.of(ticket.purpose());
        return new AccountLetter(
                purpose.code().replace('_', '-'),
                purpose.bySms(),
                purpose.bySms() ? ticket.phone() : ticket.email(),
                ticket.displayName(),
                ticket.language(),
                purpose.bySms() ? null : publicUrl.of(path(purpose, ticket)),
                purpose.bySms() ? secrets.codeFor(ticket) : null,
                purpose.life().toMinutes());
    }

    /** A notice leads to the page where one can do something about it. */
    private String path(TicketPurpose purpose, Ticket ticket) {
        var door = Door.of(ticket.door());
        return purpose.page() == null
                ? door.path() + "/forgot"
                : door.path() + purpose.page() + secrets.linkFor(ticket);
    }
}
