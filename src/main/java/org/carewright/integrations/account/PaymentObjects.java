package org.carewright.integrations.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.PaymentObjectMapper.ObjectRow;
import org.carewright.integrations.payment.Gateway;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which payment, refund or set-up of ours is which object at which account of a provider. Kept before the call in a
 * transaction of its own, so that an event that overtakes the answer, or comes after a crash, finds its clinic.
 */
@Service
public class PaymentObjects {

    private final PaymentObjectMapper objects;
    private final ProviderAccounts accounts;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    PaymentObjects(
            PaymentObjectMapper objects,
            ProviderAccounts accounts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.objects = objects;
        this.accounts = accounts;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What an object of ours is. */
    public enum Kind {
        PAYMENT,
        REFUND,
        SETUP;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An object of ours. @param accountId null for the platform's or the sandbox's account */
    public record PaymentObject(UUID id, Kind kind, UUID accountId, boolean live) {}

    /**
     * Keeps that the object is about to be made, and with which account. Repeated, the account of the first time counts,
     * whatever the clinic has chosen since.
     *
     * @param account asked when it is the first time
     * @return empty when there is no account
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<ConnectedAccount> begin(
            UUID id, Kind kind, Gateway gateway, Supplier<Optional<ConnectedAccount>> account) {
        var known = objects.find(id);
        if (known != null) {
            return accountOf(known);
        }
        var chosen = account.get();
        chosen.ifPresent(
                used -> objects.insert(id, kind.code(), gateway.code(), used.id(), used.isLive(), clock.instant()));
        // Another thread may have been first; then its choice counts.
        return chosen.isEmpty() ? chosen : accountOf(objects.find(id));
    }

    /** Keeps one of the provider's ids for it; harmless when kept before. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void made(UUID id, Gateway gateway, String objectRef) {
        objects.insertRef(gateway.code(), objectRef, id);
    }

    /** The account an object was made with. */
    @Transactional(readOnly = true)
    public Optional<ConnectedAccount> accountOf(Gateway gateway, String objectRef) {
        return Optional.ofNullable(objects.findByRef(gateway.code(), objectRef)).flatMap(this::accountOf);
    }

    private Optional<ConnectedAccount> accountOf(ObjectRow row) {
        var account = row.accountId() == null
                ? accounts.platform(Gateway.ofCode(row.provider()).orElseThrow())
                : accounts.open(row.accountId());
        // The platform's account was replaced by one of the other mode: test and live never mix.
        return account.filter(found -> found.isLive() == row.live());
    }

    /** In the clinic's scope. */
    @Transactional(readOnly = true)
    public Optional<PaymentObject> find(UUID id) {
        return Optional.ofNullable(objects.find(id)).map(PaymentObjects::object);
    }

    /** In the clinic's scope. */
    @Transactional(readOnly = true)
    public Optional<PaymentObject> findByRef(Gateway gateway, String objectRef) {
        return Optional.ofNullable(objects.findByRef(gateway.code(), objectRef)).map(PaymentObjects::object);
    }

    /** The clinic of an object; needs no scope, for webhooks. */
    @Transactional(readOnly = true)
    public Optional<UUID> clinicOf(UUID id) {
        return Optional.ofNullable(objects.clinicIdOfObject(id));
    }

    /** The clinic of an object by the provider's id; needs no scope, for webhooks. */
    @Transactional(readOnly = true)
    public Optional<UUID> clinicOf(Gateway gateway, String objectRef) {
        return Optional.ofNullable(objects.clinicIdOfRef(gateway.code(), objectRef));
    }

    /**
     * The provider's customer for a patient at that account, made when there is none yet.
     *
     * @param make makes it at the provider, with an idempotency key made of clinic, account and patient
     */
    public String customer(ConnectedAccount account, UUID patientId, Supplier<String> make) {
        var provider = account.gateway().code();
        var key = accountKey(account);
        var known = ownTransaction.execute(status -> objects.customer(provider, key, patientId));
        if (known != null) {
            return known;
        }
        var made = make.get();
        ownTransaction.executeWithoutResult(
                status -> objects.insertCustomer(provider, key, made, patientId, clock.instant()));
        return made;
    }

    private static String accountKey(ConnectedAccount account) {
        if (account.id() != null) {
            return account.id().toString();
        }
        return account.mode() == Mode.LIVE ? Mode.LIVE.code() : Mode.TEST.code();
    }

    private static PaymentObject object(ObjectRow row) {
        return new PaymentObject(
                row.id(), Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)), row.accountId(), row.live());
    }
}
