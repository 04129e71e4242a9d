package org.carewright.test;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.NewAccount;
import org.carewright.identity.NewPortalAccount;
import org.carewright.identity.Role;
import org.carewright.identity.factor.Totp;
import org.carewright.shared.sealing.Sealing;
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
    /** Who may do without a second factor. */
    private static final Set<Role> WITHOUT_FACTOR = EnumSet.of(Role.RECEPTIONIST, Role.PRACTITIONER, Role.BILLING);

    private final ClinicScope scope;
    private final JdbcTemplate database;
    private final Sealing sealing;
    private final Clock clock;
    private final String passwordHash;

    TestStaff(
            AccountSetup accounts,
            ClinicScope scope,
            JdbcTemplate database,
            Sealing sealing,
            Clock clock,
            PasswordEncoder passwords) {
        this.accounts = accounts;
        this.scope = scope;
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
        this.passwordHash = passwords.encode(PASSWORD);
    }

    /** Someone who works in the clinic; with an authenticator app where their role needs a second factor. */
    public Person of(TestClinic clinic, Role role) {
        var person = withoutFactor(clinic, role);
        return WITHOUT_FACTOR.contains(role) ? person : withApp(person);
    }

    /** Someone who works in the clinic and has no second factor yet. */
    public Person withoutFactor(TestClinic clinic, Role role) {
        var account = account(role);
        return new Person(scope.call(clinic.id(), () -> accounts.createStaff(account)), account.email(), () -> "");
    }

    /** Gives someone an authenticator app. */
    public Person withApp(Person person) {
        var secret = new byte[20];
        new SecureRandom().nextBytes(secret);
        database.update(
                "insert into identity.totp (account_id, sealed_secret, last_step, created_at) values (?, ?, 0, now())",
                person.id(),
                sealing.sealForPlatform("totp:" + person.id(), secret));
        return new Person(person.id(), person.email(), () -> {
            // People wait for the next code; tests that sign in twice in one half minute don't.
            database.update("update identity.totp set last_step = 0 where account_id = ?", person.id());
            return Totp.codeAt(secret, clock.instant());
        });
    }

    /** A patient or family member whose home is the clinic, able to sign in at the portal. */
    public Person portal(TestClinic clinic) {
        var email = "portal-" + UUID.randomUUID() + "@patient.example";
        var account = new NewPortalAccount(email, "Test patient", null, "en", passwordHash, true, false);
        return new Person(scope.call(clinic.id(), () -> accounts.createPortal(account)), email, () -> "");
    }

    public Person operator() {
        var account = account(Role.OPERATOR);
        accounts.createOperator(account);
        var id = database.queryForObject(
                "select id from identity.account_by_email('desk', ?)", UUID.class, account.email());
        return withApp(new Person(id, account.email(), () -> ""));
    }

    private NewAccount account(Role role) {
        return new NewAccount(
                role.code() + "-" + UUID.randomUUID() + "@staff.example",
                "Test " + role.code(),
                role,
                passwordHash,
                false);
    }

    /**
     * @param id also the engine's user id
     * @param code gives a code that is right now; empty without an authenticator app
     */
    public record Person(UUID id, String email, Supplier<String> code) {}
}
