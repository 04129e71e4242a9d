package org.carewright.billing.card;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.card.CardMapper.CardRow;
import org.carewright.billing.ledger.Ledger;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaidWith;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.SetupOrder;
import org.carewright.integrations.payment.SetupResult;
import org.carewright.integrations.payment.StoredMethod;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Cards of patients of the clinic in scope. None is kept without the patient's word, and none after its withdrawal. */
@Service
public class SavedCards {

    private static final String RESOURCE = "card";

    private final CardMapper cards;
    private final PaymentGateways gateways;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SavedCards(
            CardMapper cards,
            PaymentGateways gateways,
            Ledger ledger,
            AuditLog audit,
            ClinicScope clinic,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.cards = cards;
        this.gateways = gateways;
        this.ledger = ledger;
        this.audit = audit;
        this.clinic = clinic;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** All of a patient, the one that is charged first where it hasn't expired, also those that have. */
    @Transactional(readOnly = true)
    public List<SavedCard> of(UUID patientId) {
        return cards.ofPatient(patientId, null).stream().map(SavedCards::toCard).toList();
    }

    /** The one that is charged: of those that haven't expired the one chosen or saved last. */
    @Transactional(readOnly = true)
    public Optional<SavedCard> usable(UUID patientId) {
        return cards.ofPatient(patientId, ledger.today()).stream()
                .map(SavedCards::toCard)
                .filter(card -> gateways.has(card.gateway()))
                .findFirst();
    }

    /**
     * Opens the provider's page on which the patient saves a card, having agreed that it is charged later. Asks the
     * provider, so not in a transaction.
     *
     * @return where the patient goes on
     * @throws ProblemException {@code card_not_saved} (409) when the provider gives no page
     */
    public URI setUp(UUID patientId, Gateway gateway, Currency currency, URI success, URI cancel, Locale locale) {
        var id = UUID.randomUUID();
        agree(id, patientId, gateway);
        return open(id, currency, success, cancel, locale);
    }

    /**
     * The patient agrees that a card will be saved and charged later; the provider hears of it with {@link #open}.
     *
     * @param setUpId made with the page, so that a button pressed twice is one
     */
    public void agree(UUID setUpId, UUID patientId, Gateway gateway) {
        transaction.executeWithoutResult(status -> {
            if (cards.insertSetUp(clinic.required(), setUpId, patientId, gateway.code(), clock.instant()) == 1) {
                audit.record("card.agreed", RESOURCE, setUpId, patientId);
            }
        });
    }

    /** Where saving a card stands. @param ended whether it was saved or given up @param saved whether the card is kept */
    public record SetUp(UUID id, UUID patientId, boolean ended, boolean saved) {}

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public SetUp setUp(UUID setUpId) {
        var row = cards.setUp(setUpId);
        if (row == null) {
            throw ProblemException.notFound();
        }
        var saved = cards.ofPatient(row.patientId(), null).stream()
                .anyMatch(card -> card.agreedAt().equals(row.agreedAt()));
        return new SetUp(row.id(), row.patientId(), row.endedAt() != null, saved);
    }

    /**
     * Opens the provider's page for what was agreed. Asks the provider, so not in a transaction.
     *
     * @return where the patient goes on
     * @throws ProblemException 404; {@code card_not_saved} (409) when the provider gives no page
     */
    public URI open(UUID id, Currency currency, URI success, URI cancel, Locale locale) {
        var agreed = transaction.execute(status -> cards.setUp(id));
        if (agreed == null) {
            throw ProblemException.notFound();
        }
        var gateway = Gateway.ofCode(agreed.gateway()).orElseThrow();
        var patientId = agreed.patientId();
        var result = gateways.of(gateway).setUp(new SetupOrder(id, patientId, currency, success, cancel, locale));
        if (result instanceof SetupResult.Waiting waiting) {
            transaction.executeWithoutResult(status -> cards.setUpOpened(id, waiting.providerRef()));
            return waiting.page();
        }
        throw new ProblemException(org.springframework.http.HttpStatus.CONFLICT, "card_not_saved");
    }

    /** The provider says that a page was ended: looks what became of it and keeps the card. Harmless when run again. */
    @Transactional
    public void setUpEnded(UUID setUpId, String objectRef) {
        var row = cards.lockSetUp(setUpId);
        if (row == null) {
            return;
        }
        var gateway = Gateway.ofCode(row.gateway()).orElseThrow();
        var ref = row.objectRef() == null ? objectRef : row.objectRef();
        var result = gateways.of(gateway).lookSetUp(ref);
        if (result instanceof SetupResult.Saved saved) {
            keep(row.patientId(), gateway, saved.method(), row.agreedAt());
        }
        if (!(result instanceof SetupResult.Waiting) && !(result instanceof SetupResult.NotTaken)) {
            cards.endSetUp(setUpId, clock.instant());
        }
    }

    /** The patient agrees that the card of a payment is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepCardOf(UUID paymentId) {
        cards.keepCardOf(paymentId);
    }

    /** Keeps the card a payment was made with, if the patient agreed to that. @param with null when nothing is known */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(UUID paymentId, Gateway gateway, PaidWith with) {
        var patient = cards.patientKeepingCard(paymentId);
        if (patient != null && with != null) {
            keep(patient, gateway, with, clock.instant());
        }
    }

    private void keep(UUID patientId, Gateway gateway, PaidWith with, Instant agreedAt) {
        if (with.stored() == null) {
            return;
        }
        var id = UUID.randomUUID();
        var row = new CardRow(
                id,
                patientId,
                gateway.code(),
                with.stored().customerRef(),
                with.stored().methodRef(),
                with.brand(),
                with.last4(),
                expiry(with),
                agreedAt);
        if (cards.insert(clinic.required(), row) == 1) {
            audit.record("card.saved", RESOURCE, id, patientId);
        }
    }

    private static LocalDate expiry(PaidWith with) {
        return with.expires() == null ? null : with.expires().atEndOfMonth();
    }

    /** The card is charged from now on, before the others. @throws ProblemException 404 when the patient has none such */
    @Transactional
    public void choose(UUID patientId, UUID cardId) {
        var card = cards.byId(cardId);
        if (card == null || !card.patientId().equals(patientId)) {
            throw ProblemException.notFound();
        }
        cards.choose(cardId, clock.instant());
        audit.record("card.chosen", RESOURCE, cardId, patientId);
    }

    /** The patient of a card that is kept. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public UUID patientOf(UUID cardId) {
        var card = cards.byId(cardId);
        if (card == null) {
            throw ProblemException.notFound();
        }
        return card.patientId();
    }

    /**
     * Never charges it again and forgets it at the provider; the latter afterwards, so that it isn't charged meanwhile.
     *
     * @throws ProblemException 404 when the patient has none with that id
     */
    public void remove(UUID patientId, UUID cardId) {
        var row = transaction.execute(status -> {
            var card = cards.byId(cardId);
            if (card == null || !card.patientId().equals(patientId)) {
                throw ProblemException.notFound();
            }
            cards.remove(cardId, clock.instant());
            audit.record("card.removed", RESOURCE, cardId, patientId);
            return card;
        });
        gateways.of(Gateway.ofCode(row.gateway()).orElseThrow()).forget(row.methodRef());
    }

    private static SavedCard toCard(CardRow row) {
        return new SavedCard(
                row.id(),
                row.patientId(),
                Gateway.ofCode(row.gateway()).orElseThrow(),
                new StoredMethod(row.customerRef(), row.methodRef()),
                row.brand(),
                row.last4(),
                row.expiresOn(),
                row.agreedAt());
    }
}
