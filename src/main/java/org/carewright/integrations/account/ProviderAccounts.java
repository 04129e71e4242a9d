package org.carewright.integrations.account;

import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.integrations.account.AccountKind.Check;
import org.carewright.integrations.account.AccountRefusedException.Reason;
import org.carewright.integrations.account.ProviderAccountMapper.AccountRow;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts through which a clinic takes money (PLT-3); in the clinic's scope unless said otherwise. Credentials are
 * sealed and come back only as {@link ConnectedAccount}, for adapters.
 */
@Service
public class ProviderAccounts {

    /** Of these one account has a currency, so that it is clear which gives the page to pay by card. */
    private static final String[] CARD_PROVIDERS = {Gateway.STRIPE.code(), Gateway.RAZORPAY.code()};

    private final ProviderAccountMapper accounts;
    private final AccountSeal seal;
    private final AccountKinds kinds;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProviderAccounts(
            ProviderAccountMapper accounts,
            AccountSeal seal,
            AccountKinds kinds,
            ClinicScope clinic,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.seal = seal;
        this.kinds = kinds;
        this.clinic = clinic;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Everything that can be connected, in a steady order. */
    public List<AccountKind> kinds() {
        return kinds.all();
    }

    /** The clinic's accounts, active ones first. */
    @Transactional(readOnly = true)
    public List<ProviderAccount> all() {
        return accounts.all().stream().map(kinds::shown).toList();
    }

    /** One of them; empty also when it is another clinic's. */
    @Transactional(readOnly = true)
    public Optional<ProviderAccount> find(UUID id) {
        return Optional.ofNullable(accounts.find(id)).map(kinds::shown);
    }

    /**
     * Keeps a new account, active at once when its webhook's secret is there or none is needed; other card accounts
     * lose its currencies.
     *
     * @throws AccountRefusedException when something is missing or doesn't look right
     */
    @Transactional
    public ProviderAccount connect(AccountDraft draft) {
        var kind = kinds.of(draft.gateway());
        var entered = new EnteredCredentials(kind, draft.credentials());
        entered.check();
        var currencies = currencies(draft.currencies());
        var id = UUID.randomUUID();
        var row = new AccountRow(
                id,
                draft.gateway().code(),
                kind.modeOf(draft.credentials()).orElse(draft.mode()).code(),
                currencies,
                seal.credentials(id, draft.credentials()),
                seal.webhookSecret(id, draft.credentials()),
                entered.hint(),
                entered.complete(),
                clock.instant(),
                null,
                null);
        accounts.insert(row);
        if (row.active()) {
            takeCurrencies(row, currencies);
        }
        return kinds.shown(row);
    }

    /**
     * Replaces credentials of an account; what is blank stays as it was. One that was waiting for its webhook's secret
     * becomes active.
     *
     * @throws AccountRefusedException also when they are of the other mode: test and live never mix
     */
    @Transactional
    public void replaceCredentials(UUID id, Map<String, String> entered) {
        var row = required(id);
        var account = seal.open(row);
        var kind = kinds.of(account.gateway());
        var credentials = new HashMap<>(account.credentials());
        entered.forEach((name, value) -> {
            if (!value.isBlank()) {
                credentials.put(name, value);
            }
        });
        var replaced = new EnteredCredentials(kind, credentials);
        replaced.check();
        if (kind.modeOf(credentials).orElse(account.mode()) != account.mode()) {
            throw new AccountRefusedException(kind.fields().get(0).name(), Reason.OTHER_MODE);
        }
        accounts.replaceCredentials(
                id, seal.credentials(id, credentials), seal.webhookSecret(id, credentials), replaced.hint());
        if (!new EnteredCredentials(kind, account.credentials()).complete() && replaced.complete()) {
            setActive(id, true);
        }
    }

    /** Chooses the account for these currencies; other card accounts lose them. */
    @Transactional
    public void choose(UUID id, List<String> chosen) {
        var row = required(id);
        var currencies = currencies(chosen);
        accounts.setCurrencies(id, currencies);
        if (row.active()) {
            takeCurrencies(row, currencies);
        }
    }

    /**
     * Lets new payments go through it, or no longer; refunds and events of old payments always do.
     *
     * @throws AccountRefusedException when the webhook's secret is still missing
     */
    @Transactional
    public void setActive(UUID id, boolean active) {
        var row = required(id);
        if (active && !kinds.shown(row).complete()) {
            throw new AccountRefusedException(AccountKind.WEBHOOK_SECRET, Reason.MISSING);
        }
        accounts.setActive(id, active);
        if (active) {
            takeCurrencies(row, row.currencies());
        }
    }

    /** Asks the provider whether the account works and keeps the answer; not in a transaction, as it takes time. */
    public Check check(UUID id) {
        var account = transaction.execute(status -> seal.open(required(id)));
        var result = kinds.of(account.gateway()).check(account);
        transaction.executeWithoutResult(
                status -> accounts.setChecked(id, result.name().toLowerCase(Locale.ROOT), clock.instant()));
        return result;
    }

    /** An account with its credentials, whether active or not. */
    @Transactional(readOnly = true)
    public Optional<ConnectedAccount> open(UUID id) {
        return Optional.ofNullable(accounts.find(id)).map(seal::open);
    }

    /**
     * The account for new payments: the clinic's own for that currency; the platform's or the sandbox's when the clinic
     * has no account at that provider at all.
     */
    @Transactional(readOnly = true)
    public Optional<ConnectedAccount> chosen(Gateway gateway, String currency) {
        var own = accounts.chosen(gateway.code(), currency);
        if (own != null) {
            return Optional.of(seal.open(own));
        }
        return accounts.hasActive(gateway.code()) ? Optional.empty() : platform(gateway);
    }

    /** Every account through which money of this clinic may have moved: its own ones, old ones too, and the platform's. */
    @Transactional(readOnly = true)
    public List<ConnectedAccount> usable(Gateway gateway) {
        var own = accounts.all().stream()
                .filter(row -> row.provider().equals(gateway.code()))
                .map(seal::open);
        return Stream.concat(own, platform(gateway).stream()).toList();
    }

    /** The platform's or the sandbox's account; needs no scope. */
    public Optional<ConnectedAccount> platform(Gateway gateway) {
        return kinds.platform(gateway);
    }

    /**
     * The gateways a patient of this clinic can pay through in a currency: the clinic's choice, else Razorpay for
     * rupees and Stripe for the rest where the platform has accounts.
     */
    @Transactional(readOnly = true)
    public List<Gateway> offered(String currency) {
        var own = accounts.all().stream().filter(AccountRow::active).toList();
        var chosen = own.stream()
                .filter(row -> Arrays.asList(row.currencies()).contains(currency))
                .map(row -> Gateway.ofCode(row.provider()).orElseThrow())
                .distinct()
                .sorted()
                .toList();
        var hasCards = own.stream().anyMatch(row -> isCard(row.provider()));
        if (hasCards || !chosen.isEmpty() && isCard(chosen.get(0).code())) {
            return chosen;
        }
        var usual = "INR".equals(currency) ? Gateway.RAZORPAY : Gateway.STRIPE;
        return platform(usual).isEmpty()
                ? chosen
                : Stream.concat(Stream.of(usual), chosen.stream()).distinct().toList();
    }

    /** The clinic an account belongs to; needs no scope, for webhooks. */
    @Transactional(readOnly = true)
    public Optional<UUID> clinicOf(UUID accountId) {
        return Optional.ofNullable(accounts.clinicIdOf(accountId));
    }

    private AccountRow required(UUID id) {
        var row = accounts.find(id);
        if (row == null) {
            throw new IllegalArgumentException("No account " + id + " in clinic " + clinic.required());
        }
        return row;
    }

    private void takeCurrencies(AccountRow row, String[] currencies) {
        var rivals = isCard(row.provider()) ? CARD_PROVIDERS : new String[] {row.provider()};
        accounts.takeCurrencies(row.id(), rivals, currencies);
    }

    private static boolean isCard(String provider) {
        return Arrays.asList(CARD_PROVIDERS).contains(provider);
    }

    private static String[] currencies(List<String> codes) {
        for (var code : codes) {
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(currency -> currency.getCurrencyCode().equals(code))) {
                throw new AccountRefusedException("currencies", Reason.UNKNOWN_CURRENCY);
            }
        }
        return codes.stream().distinct().sorted().toArray(String[]::new);
    }
}
