package org.carewright.identity;

import java.util.UUID;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates accounts: staff, patients and family in the clinic in scope, operators outside any. */
@Service
public class AccountSetup {

    private final AccountSetupMapper accounts;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;

    AccountSetup(AccountSetupMapper accounts, ClinicScope clinic, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.clinic = clinic;
        this.transaction = transaction;
    }

    /**
     * Creates an account of the clinic in scope.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the e-mail address is taken
     * @throws IllegalArgumentException for an operator, who belongs to no clinic
     */
    @Transactional
    public UUID createStaff(NewAccount account) {
        if (account.roles().isEmpty() || account.roles().contains(Role.OPERATOR)) {
            throw new IllegalArgumentException("Staff have a role of the clinic; an operator belongs to none");
        }
        var id = UUID.randomUUID();
        accounts.insert(clinic.required(), id, account, Role.codes(account.roles()));
        return id;
    }

    /**
     * Creates a portal account, whose home is the clinic in scope.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the e-mail address is taken
     */
    @Transactional
    public UUID createPortal(NewPortalAccount account) {
        var id = UUID.randomUUID();
        accounts.insertPortal(clinic.required(), id, account);
        return id;
    }

    /** Stores a hash of the same password, made as passwords are hashed now; no change to the account, so no event. */
    void upgradeHash(UUID clinicId, UUID accountId, String hash) {
        clinic.run(clinicId, () -> transaction.executeWithoutResult(status -> accounts.upgradeHash(accountId, hash)));
    }

    /** Creates an operator's account, unless one with that e-mail address exists. */
    @Transactional
    public void createOperator(NewAccount account) {
        accounts.insertOperator(UUID.randomUUID(), account);
    }

    /** Whether logins with a public password exist, in any clinic. */
    @Transactional(readOnly = true)
    public boolean hasDemoAccounts() {
        return accounts.hasDemoAccounts();
    }
}
