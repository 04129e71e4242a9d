package org.carewright.test;

import org.carewright.identity.AccountSetup;
import org.carewright.identity.NewAccount;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Gives a node that a test starts as a process of its own a practice to book at, clinic {@code test-clinic-1}, and
 * someone who may sign in there.
 */
@Component
@ConditionalOnProperty("carewright.test.seed")
public class ClusterSeed implements ApplicationRunner {

    public static final String EMAIL = "reception@nodes.example";
    public static final String PASSWORD = "only-for-tests-on-this-machine";

    private final TestVisits visits;
    private final AccountSetup accounts;
    private final PasswordEncoder passwords;
    private final ClinicScope scope;

    ClusterSeed(TestVisits visits, AccountSetup accounts, PasswordEncoder passwords, ClinicScope scope) {
        this.visits = visits;
        this.accounts = accounts;
        this.passwords = passwords;
        this.scope = scope;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var practice = visits.open();
        var account = new NewAccount(EMAIL, "Rosa Marchetti", Role.RECEPTIONIST, passwords.encode(PASSWORD), false);
        scope.run(practice.clinic().id(), () -> accounts.createStaff(account));
    }
}
