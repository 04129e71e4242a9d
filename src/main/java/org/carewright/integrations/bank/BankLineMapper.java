package org.carewright.integrations.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface BankLineMapper {

    void insertImport(
            UUID id, String account, String currency, int lines, int known, UUID importedBy, Instant importedAt);

    /** @return those of the fingerprints that are there */
    List<String> known(List<String> fingerprints);

    /** Leaves out what another import brought meanwhile. @return for each line that was new whether it is a credit */
    List<Boolean> insertLines(UUID importId, String account, String currency, Instant now, List<NewLine> lines);

    List<CreditRow> openCredits(LocalDate afterDay, UUID afterId, int limit);

    List<CreditRow> openCreditsOf(long amountMinor, String currency, int limit);

    List<CreditRow> openCreditsOfImport(UUID importId);

    List<CreditRow> ignoredCredits(int limit);

    List<UUID> paidAmong(Collection<UUID> payments);

    boolean isOpen(UUID id);

    boolean isIgnored(UUID id);

    CreditRow find(UUID id);

    CreditRow ofPayment(UUID paymentId);

    /** @return 0 when the credit is not open (any more) */
    int decide(UUID id, String state, UUID paymentId, UUID by, Instant now);

    /** @return 0 when nothing was decided */
    int reopen(UUID id);

    record NewLine(
            UUID id,
            LocalDate bookedOn,
            long amountMinor,
            String reference,
            byte[] descriptionSealed,
            String fingerprint) {}

    record CreditRow(
            UUID id,
            String account,
            String currency,
            LocalDate bookedOn,
            long amountMinor,
            String reference,
            byte[] descriptionSealed) {}
}
