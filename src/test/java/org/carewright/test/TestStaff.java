package org.carewright.test;

import java.util.UUID;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.NewAccount;
import org.carewright.identity.NewPortalAccount;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** People who can sign in, for tests; each gets an e-mail address of their own. */
@Component
public class TestStaff {

    public static final String PASSWORD = "correct horse battery staple";

    private final AccountSetup accounts;
    private final ClinicScope scope;
    private final JdbcTemplate database;
    private final String passwordHash;

    TestStaff(AccountSetup accounts, ClinicScope scope, JdbcTemplate database, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.scope = scope;
        this.database = database;
        this.passwordHash = passwords.encode(PASSWORD);
    }

    /** Someone who works in the clinic. */
    public Person of(TestClinic clinic, Role role) {
        var account = account(role);
        return new Person(scope.call(clinic.id(), () -> accounts.createStaff(account)), account.email());
    }

    /** A patient or family member whose home is the clinic, able to sign in at the portal. */
    public Person portal(TestClinic clinic) {
        var email = "portal-" + UUID.randomUUID() + "@patient.example";
        var account = new NewPortalAccount(email, "Test patient", null, "en", passwordHash, true, false);
        return new Person(scope.call(clinic.id(), () -> accounts.createPortal(account)), email);
    }

    public Person operator() {
        var account = account(Role.OPERATOR);
        accounts.createOperator(account);
        var id = database.queryForObject(
                "select id from identity.account_by_email('desk', ?)", UUID.class, account.email());
        return new Person(id, account.email());
    }

    private NewAccount account(Role role) {
        return new NewAccount(
                role.code() + "-" + UUID.randomUUID() + "@staff.example",
                "Test " + role.code(),
                role,
                passwordHash,
                false);
    }

    /** @param id also the engine's user id */
    public record Person(UUID id, String email) {}
}
