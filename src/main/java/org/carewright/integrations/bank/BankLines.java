package org.carewright.integrations.bank;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carewright.integrations.bank.BankLineMapper.CreditRow;
import org.carewright.shared.money.Money;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The money that came in by bank and the payment it belongs to, in the clinic's scope. Billing decides what matches; here
 * is kept that a credit pays one payment and a payment is paid by one credit.
 */
@Service
public class BankLines {

    /** More equal amounts than that tell nothing. */
    private static final int MOST_CANDIDATES = 50;

    private static final String MATCHED = "matched";
    private static final String IGNORED = "ignored";

    private final BankLineMapper lines;
    private final Sealing sealing;
    private final ClinicScope clinic;
    private final Clock clock;

    BankLines(BankLineMapper lines, Sealing sealing, ClinicScope clinic, Clock clock) {
        this.lines = lines;
        this.sealing = sealing;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Credits that wait, oldest first. @param after the last of the page before, null for the first page */
    @Transactional(readOnly = true)
    public List<BankCredit> unmatched(BankCredit after, int limit) {
        return opened(
                lines.openCredits(after == null ? null : after.bookedOn(), after == null ? null : after.id(), limit));
    }

    /** The credits of an import that wait, oldest first. */
    @Transactional(readOnly = true)
    public List<BankCredit> unmatchedOf(UUID importId) {
        return opened(lines.openCreditsOfImport(importId));
    }

    /** Credits of which somebody said that they aren't billing's business, the latest first. */
    @Transactional(readOnly = true)
    public List<BankCredit> ignored(int limit) {
        return opened(lines.ignoredCredits(limit));
    }

    /** Those of the payments that a credit pays already. */
    @Transactional(readOnly = true)
    public Set<UUID> paidAmong(Collection<UUID> payments) {
        return payments.isEmpty() ? Set.of() : Set.copyOf(lines.paidAmong(payments));
    }

    /** Whether the credit waits. */
    @Transactional(readOnly = true)
    public boolean isWaiting(UUID id) {
        return lines.isOpen(id);
    }

    /** Whether somebody said that it isn't billing's business. */
    @Transactional(readOnly = true)
    public boolean isIgnored(UUID id) {
        return lines.isIgnored(id);
    }

    /** A credit, whatever was decided about it. */
    @Transactional(readOnly = true)
    public Optional<BankCredit> find(UUID id) {
        return Optional.ofNullable(lines.find(id)).map(this::open);
    }

    /** The credit that pays a payment. */
    @Transactional(readOnly = true)
    public Optional<BankCredit> ofPayment(UUID paymentId) {
        return Optional.ofNullable(lines.ofPayment(paymentId)).map(this::open);
    }

    /** A waiting credit of the right amount. @param named whether the bank's text holds one of the references */
    public record Candidate(BankCredit credit, boolean named) {}

    /**
     * Waiting credits of exactly that amount, those that name one of the references first, then the newest. Nothing is
     * decided: equal amounts are no proof, and a person or a rule of billing judges.
     *
     * @param references what the payer was asked to write: invoice number, payment reference
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Money amount, Collection<String> references) {
        return opened(lines.openCreditsOf(amount.minor(), amount.currency().getCurrencyCode(), MOST_CANDIDATES))
                .stream()
                .map(credit -> new Candidate(credit, references.stream().anyMatch(one -> names(credit, one))))
                .sorted(Comparator.comparing(Candidate::named).reversed())
                .toList();
    }

    /**
     * Says that the credit pays the payment.
     *
     * @param by account of who decided, null for a rule
     * @return false when the credit isn't waiting (any more)
     * @throws org.springframework.dao.DuplicateKeyException when another credit pays that payment already
     */
    @Transactional
    public boolean match(UUID creditId, UUID paymentId, UUID by) {
        return lines.decide(creditId, MATCHED, paymentId, by, clock.instant()) == 1;
    }

    /** Says that the credit is none of billing's business, say a loan. @return false when it isn't waiting (any more) */
    @Transactional
    public boolean ignore(UUID creditId, UUID by) {
        return lines.decide(creditId, IGNORED, null, by, clock.instant()) == 1;
    }

    /** Takes a decision back; billing has reversed the payment before. @return false when nothing was decided */
    @Transactional
    public boolean release(UUID creditId) {
        return lines.reopen(creditId) == 1;
    }

    /** What the description of a line is sealed with. */
    static String label(UUID lineId) {
        return "bank_line.description:" + lineId;
    }

    private static boolean names(BankCredit credit, String reference) {
        return NamedReference.isIn(credit.description(), reference)
                || NamedReference.isIn(credit.reference(), reference);
    }

    private List<BankCredit> opened(List<CreditRow> rows) {
        return rows.stream().map(this::open).toList();
    }

    private BankCredit open(CreditRow row) {
        var description = sealing.open(clinic.required(), label(row.id()), row.descriptionSealed());
        return new BankCredit(
                row.id(),
                row.account(),
                row.bookedOn(),
                Money.of(row.amountMinor(), row.currency()),
                row.reference(),
                new String(description, StandardCharsets.UTF_8));
    }
}
