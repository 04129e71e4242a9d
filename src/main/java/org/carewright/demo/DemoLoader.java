package org.carewright.demo;

import java.util.List;
import java.util.Optional;
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

    private final DemoMapper nodes;
    private final ClinicService clinics;
    private final AccountSetup accounts;
    private final DemoSetup setup;
    private final DemoPatients patients;
    private final DemoHistory history;
    private final DemoMoney money;
    private final ClinicScope scope;
    private final TransactionTemplate transactions;
    private final PasswordEncoder passwords;

    DemoLoader(
            DemoMapper nodes,
            ClinicService clinics,
            AccountSetup accounts,
            DemoSetup setup,
            DemoPatients patients,
            DemoHistory history,
            DemoMoney money,
            ClinicScope scope,
            TransactionTemplate transactions,
            ObjectProvider<PasswordEncoder> passwords) {
        this.nodes = nodes;
        this.clinics = clinics;
        this.accounts = accounts;
        this.setup = setup;
        this.patients = patients;
        this.history = history;
        this.money = money;
        this.scope = scope;
        this.transactions = transactions;
        this.passwords = passwords.getIfAvailable(Argon2PasswordEncoder::defaultsForSpringSecurity_v5_8);
    }

    /** @return the clinics created just now, none when all were there */
    List<CreatedClinic> load() {
        var all = DemoClinic.all();
        if (all.stream().allMatch(this::exists)) {
            return List.of();
        }
        // The password is public, so one hash for all saves most of the time that hashing takes.
        var hash = passwords.encode(PASSWORD);
        accounts.createOperator(new NewAccount(OPERATOR, "Platform operator", Role.OPERATOR, hash, true));
        return all.stream().flatMap(demo -> create(demo, hash).stream()).toList();
    }

    private Optional<CreatedClinic> create(DemoClinic demo, String hash) {
        return transactions.execute(transaction -> {
            // Two nodes may start on one empty database; the second then finds the clinic there.
            nodes.takeTurn();
            if (exists(demo)) {
                return Optional.empty();
            }
            var created = setup.create(demo, hash);
            scope.run(created.opened().clinicId(), () -> {
                var people = patients.create(demo);
                history.create(created, people);
                money.create(created, people);
            });
            return Optional.of(created);
        });
    }

    private boolean exists(DemoClinic demo) {
        return clinics.idBySlug(demo.clinic().slug()).isPresent();
    }
}
