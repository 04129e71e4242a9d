package org.carewright.integrations.sandbox;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.carewright.shared.web.LocalUrl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Our accounts at the sandbox providers, made at first use and shared by all nodes of a database. */
@Component
@ConditionalOnSandbox
public class SandboxAccounts {

    static final String SENDGRID = "sendgrid";
    static final String TWILIO = "twilio";

    private static final int SECRET_BYTES = 16;

    private final SandboxMapper sandbox;
    private final LocalUrl local;
    private final TransactionTemplate ownTransaction;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<String, SandboxAccount> known = new ConcurrentHashMap<>();

    SandboxAccounts(SandboxMapper sandbox, LocalUrl local, PlatformTransactionManager transactions) {
        this.sandbox = sandbox;
        this.local = local;
        this.ownTransaction = new TransactionTemplate(transactions);
        // The account must stay when the sending job's transaction rolls back: it may have been used already.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The account at SendGrid's sandbox. */
    public SandboxAccount sendGrid() {
        return known.computeIfAbsent(SENDGRID, this::load);
    }

    /** The account at Twilio's sandbox. */
    public SandboxAccount twilio() {
        return known.computeIfAbsent(TWILIO, this::load);
    }

    /** Base address of SendGrid's sandbox in this process. */
    public String sendGridUrl() {
        return local.base() + "/sandbox/sendgrid";
    }

    /** Base address of Twilio's sandbox in this process. */
    public String twilioUrl() {
        return local.base() + "/sandbox/twilio";
    }

    private SandboxAccount load(String provider) {
        return ownTransaction.execute(status -> {
            var account = sandbox.account(provider);
            if (account == null) {
                sandbox.insertAccount(SENDGRID.equals(provider) ? newSendGrid() : newTwilio());
                account = sandbox.account(provider);
            }
            return account;
        });
    }

    private SandboxAccount newTwilio() {
        return new SandboxAccount(TWILIO, "AC" + randomHex(), randomHex(), null, null);
    }

    private SandboxAccount newSendGrid() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            return new SandboxAccount(
                    SENDGRID,
                    "sandbox",
                    "SG." + randomHex(),
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no P-256 keys", e);
        }
    }

    private String randomHex() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
