package org.carewright.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface TicketMapper {

    UUID clinicOf(UUID id);

    void insert(Ticket ticket);

    /** An earlier ticket of the purpose no longer works once there is a newer one. */
    void withdrawEarlier(UUID accountId, String purpose, Instant now);

    Optional<Ticket> find(UUID id);

    /** @return 0 when it was used, withdrawn or over before: of two who come at once one is too late */
    int use(UUID id, Instant now);

    int withdraw(UUID id, String purpose, Instant now);

    /** Counts an attempt. @return 0 when the ticket is used, over, or was tried that often already */
    int attempt(UUID id, int most, Instant now);

    Optional<Ticket> newestOpen(UUID accountId, String purpose, Instant now);

    List<Ticket> openAmong(UUID[] ids, Instant now);

    List<Ticket> openInvites(String door, Instant now);
}
