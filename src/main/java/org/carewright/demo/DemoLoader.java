package org.carewright.demo;

import org.carewright.clinics.ClinicService;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.NewAccount;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the demo clinics that don't exist yet; each in one transaction, so a start that was cut short is made good. */
@Component
class DemoLoader {

    static final String PASSWORD = "carewright-demo";
    static final String OPERATOR = "operator@carewright.example";

    private final ClinicService clinics;
    private final AccountSetup accounts;
    private final DemoSetup setup;
    private final DemoPatients patients;
    private final DemoHistory history;
    private final ClinicScope scope;
    private final TransactionTemplate transactions;
    private final PasswordEncoder passwords;

    DemoLoader(
            ClinicService clinics,
            AccountSetup accounts,
            DemoSetup setup,
            DemoPatients patients,
            DemoHistory history,
            ClinicScope scope,
            TransactionTemplate transactions,
            ObjectProvider<PasswordEncoder> passwords) {
        this.clinics = clinics;
        this.accounts = accounts;
        this.setup = setup;
        this.patients = patients;
        this.history = history;
        this.scope = scope;
        this.transactions = transactions;
        this.passwords = passwords.getIfAvailable(Argon2PasswordEncoder::defaultsForSpringSecurity_v5_8);
    }

    void load() {
        var missing = DemoClinic.all().stream()
                .filter(demo -> clinics.idBySlug(demo.clinic().slug()).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        // The password is public, so one hash for all saves most of the time that hashing takes.
        var hash = passwords.encode(PASSWORD);
        accounts.createOperator(new NewAccount(OPERATOR, "Platform operator", Role.OPERATOR, hash, true));
        missing.forEach(demo -> create(demo, hash));
    }

    private void create(DemoClinic demo, String hash) {
        transactions.executeWithoutResult(transaction -> {
            var created = setup.create(demo, hash);
            scope.run(created.opened().clinicId(), () -> history.create(created, patients.create(demo)));
        });
    }
}
