package org.carewright.integrations.sandbox.stripe;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.shared.web.LocalUrl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Merchants' accounts at Stripe's sandbox, made at first use and shared by all nodes of a database. */
@Component
@ConditionalOnSandbox
public class StripeSandboxAccounts {

    /** Where the API is, below our own address and without {@code /v1}. */
    static final String PATH = "/sandbox/stripe";

    private static final String PLATFORM_WEBHOOK = "/api/v1/payments/webhook/stripe";
    private static final String BEARER = "Bearer ";

    private final StripeSandboxMapper mapper;
    private final LocalUrl local;
    private final TransactionTemplate ownTransaction;
    private final ConcurrentMap<String, StripeSandboxAccount> known = new ConcurrentHashMap<>();

    StripeSandboxAccounts(StripeSandboxMapper mapper, LocalUrl local, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.local = local;
        this.ownTransaction = new TransactionTemplate(transactions);
        // The account must stay when the caller's transaction rolls back: it may have been used already.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The account of clinics that have none of their own. */
    public StripeSandboxAccount platform() {
        return withWebhook(PLATFORM_WEBHOOK);
    }

    /** The account whose events go to that path of ours; opened when there is none. */
    public StripeSandboxAccount withWebhook(String path) {
        return known.computeIfAbsent(
                path,
                wanted -> ownTransaction.execute(status -> {
                    mapper.insertAccount(new StripeSandboxAccount(
                            "sk_test_" + StripeIds.text(24), "whsec_" + StripeIds.text(32), wanted));
                    return mapper.accountOfWebhook(wanted);
                }));
    }

    /** Sends an account's events to another path, as its owner would in Stripe's dashboard. */
    public void moveWebhook(String apiKey, String path) {
        ownTransaction.executeWithoutResult(status -> mapper.moveWebhook(apiKey, path));
        known.values().removeIf(account -> account.apiKey().equals(apiKey));
    }

    /** Base address of the API in this process. */
    public String url() {
        return local.base() + PATH;
    }

    /** Whether a key is of this sandbox. */
    public boolean isOurs(String apiKey) {
        return ofKey(apiKey).isPresent();
    }

    /** The account that the {@code Authorization} header of a request opens. */
    Optional<StripeSandboxAccount> opened(String authorization) {
        return authorization == null || !authorization.startsWith(BEARER)
                ? Optional.empty()
                : ofKey(authorization.substring(BEARER.length()));
    }

    Optional<StripeSandboxAccount> ofKey(String apiKey) {
        return Optional.ofNullable(ownTransaction.execute(status -> mapper.accountOfKey(apiKey)));
    }
}
