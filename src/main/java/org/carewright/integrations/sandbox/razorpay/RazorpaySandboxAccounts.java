package org.carewright.integrations.sandbox.razorpay;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.shared.web.LocalUrl;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Merchants' accounts at Razorpay's sandbox, made at first use and shared by all nodes of a database. */
@Component
@ConditionalOnSandbox
public class RazorpaySandboxAccounts {

    private static final String PATH = "/sandbox/razorpay";
    private static final String PLATFORM_WEBHOOK = "/api/v1/payments/webhook/razorpay";

    private final RazorpaySandboxMapper mapper;
    private final LocalUrl local;
    private final PublicUrl publicUrl;
    private final TransactionTemplate ownTransaction;
    private final ConcurrentMap<String, RazorpaySandboxAccount> known = new ConcurrentHashMap<>();

    RazorpaySandboxAccounts(
            RazorpaySandboxMapper mapper,
            LocalUrl local,
            PublicUrl publicUrl,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.local = local;
        this.publicUrl = publicUrl;
        this.ownTransaction = new TransactionTemplate(transactions);
        // The account must stay when the caller's transaction rolls back: it may have been used already.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The account of clinics that have none of their own. */
    public RazorpaySandboxAccount platform() {
        return withWebhook(PLATFORM_WEBHOOK);
    }

    /** The account whose webhooks go to that path of ours; opened when there is none. */
    public RazorpaySandboxAccount withWebhook(String path) {
        return known.computeIfAbsent(path, this::load);
    }

    /** Whether that key is one of the sandbox's. */
    public boolean knows(String keyId) {
        return known.values().stream().anyMatch(account -> account.keyId().equals(keyId))
                || ofKey(keyId).isPresent();
    }

    /** Base address of the API in this process, without {@code /v1}. */
    public String url() {
        return local.base() + PATH;
    }

    /** Base address of the pages as a browser reaches them, without {@code /v1}. */
    public String pagesUrl() {
        return publicUrl.of(PATH);
    }

    /** The account that the {@code Authorization} header of a request opens. */
    Optional<RazorpaySandboxAccount> opened(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            var parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return ofKey(parts[0])
                    .filter(account -> parts.length == 2 && account.keySecret().equals(parts[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<RazorpaySandboxAccount> ofKey(String keyId) {
        return Optional.ofNullable(ownTransaction.execute(status -> mapper.accountOfKey(keyId)));
    }

    private RazorpaySandboxAccount load(String path) {
        return ownTransaction.execute(status -> {
            mapper.insertAccount(new RazorpaySandboxAccount(
                    RazorpayIds.id("rzp_test_"),
                    RazorpayIds.secret(),
                    RazorpayIds.secret(),
                    RazorpayIds.id("acc_"),
                    path));
            return mapper.accountOfWebhook(path);
        });
    }
}
