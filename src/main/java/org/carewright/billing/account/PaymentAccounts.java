package org.carewright.billing.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind;
import org.carewright.integrations.account.AccountKind.Check;
import org.carewright.integrations.account.AccountRefusedException;
import org.carewright.integrations.account.ProviderAccount;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a clinic's managers do with its accounts at payment providers (PLT-3); in the clinic's scope. */
@Service
public class PaymentAccounts {

    private static final String RESOURCE = "payment-account";

    private final ProviderAccounts accounts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PaymentAccounts(ProviderAccounts accounts, AuditLog audit, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All of them, active ones first. */
    public List<ProviderAccount> all() {
        return accounts.all();
    }

    /** One of them. @throws ProblemException 404 when the clinic has none of that id */
    public ProviderAccount get(UUID id) {
        return accounts.find(id).orElseThrow(ProblemException::notFound);
    }

    /** What can be connected, in a steady order. */
    public List<AccountKind> kinds() {
        return accounts.kinds();
    }

    /** What it takes to connect to that provider. @throws ProblemException 404 when nothing can be connected there */
    public AccountKind kind(Gateway gateway) {
        return accounts.kinds().stream()
                .filter(kind -> kind.gateway() == gateway)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** @throws AccountRefusedException naming the field that is wrong */
    @Transactional
    public UUID connect(AccountDraft draft) {
        var account = accounts.connect(draft);
        audit.record("payment-account.connected", RESOURCE, account.id(), null);
        return account.id();
    }

    /** What is blank stays. @throws AccountRefusedException naming the field that is wrong */
    @Transactional
    public void replaceCredentials(UUID id, Map<String, String> entered) {
        get(id);
        accounts.replaceCredentials(id, entered);
        audit.record("payment-account.credentials-replaced", RESOURCE, id, null);
    }

    /** Chooses the account for these currencies. */
    @Transactional
    public void choose(UUID id, List<String> currencies) {
        get(id);
        accounts.choose(id, currencies);
        audit.record("payment-account.currencies-chosen", RESOURCE, id, null);
    }

    /** @throws AccountRefusedException when it isn't complete */
    @Transactional
    public void setActive(UUID id, boolean active) {
        get(id);
        accounts.setActive(id, active);
        audit.record(active ? "payment-account.switched-on" : "payment-account.switched-off", RESOURCE, id, null);
    }

    /** Asks the provider; not in one transaction, as that takes time. */
    public Check check(UUID id) {
        get(id);
        var result = accounts.check(id);
        var outcome = result == Check.REFUSED || result == Check.NOT_REACHED ? AuditLog.FAILURE : AuditLog.SUCCESS;
        transaction.executeWithoutResult(
                status -> audit.record("payment-account.checked", RESOURCE, id, null, outcome, null));
        return result;
    }
}
