package org.carewright.integrations.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.integrations.account.AccountKind.Check;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.AccountRefusedException.Reason;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.sandbox.stripe.StripeSandboxAccounts;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class ProviderAccountsTests {

    private static final String KEY = "sk_test_0123456789abcdefWXYZ";
    private static final String SECRET = "whsec_0123456789abcdef";

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    StripeSandboxAccounts sandbox;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID clinicId;

    @BeforeEach
    void openClinic() {
        clinicId = clinics.open().id();
    }

    @Test
    void keepsCredentialsSealedAndShowsTheirLastFourCharacters() {
        var account = connect(KEY, "USD");

        var row = in(() -> new TransactionTemplate(transactions)
                .execute(status -> database.queryForObject(
                        "select a::text || encode(credentials_sealed, 'escape') from integrations.provider_account a",
                        String.class)));
        assertThat(row).doesNotContain(KEY, SECRET);
        assertThat(account.hint()).isEqualTo("WXYZ");
        assertThat(in(() -> accounts.open(account.id())).orElseThrow().credential("secret_key"))
                .isEqualTo(KEY);
        assertThat(in(() -> accounts.open(account.id())).orElseThrow().toString())
                .doesNotContain(KEY, SECRET);
    }

    @Test
    void belongsToOneClinic() {
        var account = connect(KEY, "USD");
        var other = clinics.open().id();

        assertThat(scope.call(other, () -> accounts.find(account.id()))).isEmpty();
        assertThat(scope.call(other, accounts::all)).isEmpty();
        assertThat(accounts.clinicOf(account.id())).contains(clinicId);
    }

    @Test
    void usesTheClinicsOwnAccountForItsCurrenciesOnly() {
        assertThat(in(() -> accounts.chosen(Gateway.STRIPE, "USD"))
                        .orElseThrow()
                        .id())
                .isNull();

        var account = connect(KEY, "USD");

        assertThat(in(() -> accounts.chosen(Gateway.STRIPE, "USD"))
                        .orElseThrow()
                        .id())
                .isEqualTo(account.id());
        assertThat((Object) in(() -> accounts.chosen(Gateway.STRIPE, "EUR"))).isEqualTo(java.util.Optional.empty());
    }

    @Test
    void aCurrencyHasOneCardAccount() {
        var first = connect(KEY, "USD", "EUR");
        var second = connect("sk_test_ffffffffffffffffffff", "USD");

        assertThat(in(() -> accounts.find(first.id())).orElseThrow().currencies())
                .containsExactly("EUR");
        assertThat(in(() -> accounts.chosen(Gateway.STRIPE, "USD"))
                        .orElseThrow()
                        .id())
                .isEqualTo(second.id());
        assertThat((Object) in(() -> accounts.offered("USD"))).isEqualTo(List.of(Gateway.STRIPE));
        assertThat((Object) in(() -> accounts.offered("JPY"))).isEqualTo(List.of());
    }

    @Test
    void refusesWhatDoesNotLookLikeACredential() {
        assertThatExceptionOfType(AccountRefusedException.class)
                .isThrownBy(() -> connect("pk_test_0123456789abcdef", "USD"))
                .matches(refused -> refused.field().equals("secret_key") && refused.reason() == Reason.MALFORMED);
        assertThatExceptionOfType(AccountRefusedException.class)
                .isThrownBy(() -> connect("", "USD"))
                .matches(refused -> refused.reason() == Reason.MISSING);
        assertThatExceptionOfType(AccountRefusedException.class)
                .isThrownBy(() -> connect(KEY, "XX"))
                .matches(refused -> refused.field().equals("currencies"));
    }

    @Test
    void keepsTestAndLiveApart() {
        var account = connect(KEY, "USD");

        assertThat(account.mode()).isEqualTo(Mode.TEST);
        assertThatExceptionOfType(AccountRefusedException.class)
                .isThrownBy(() -> in(() -> {
                    accounts.replaceCredentials(account.id(), Map.of("secret_key", "sk_live_0123456789abcdef0123"));
                    return null;
                }))
                .matches(refused -> refused.reason() == Reason.OTHER_MODE);
        assertThat(connect("sk_live_0123456789abcdef0123", "USD").mode()).isEqualTo(Mode.LIVE);
    }

    @Test
    void keepsWhatIsLeftBlankWhenCredentialsAreReplaced() {
        var account = connect(KEY, "USD");

        in(() -> {
            accounts.replaceCredentials(
                    account.id(), Map.of("secret_key", "", "webhook_secret", "whsec_fedcba9876543210"));
            return null;
        });

        var open = in(() -> accounts.open(account.id())).orElseThrow();
        assertThat(open.credential("secret_key")).isEqualTo(KEY);
        assertThat(open.credential("webhook_secret")).isEqualTo("whsec_fedcba9876543210");
    }

    @Test
    void asksTheProviderWhetherTheAccountWorks() {
        var known = sandbox.withWebhook("/test/" + UUID.randomUUID());
        var works = connect(known.apiKey(), "USD");

        assertThat((Object) in(() -> accounts.check(works.id()))).isEqualTo(Check.WORKS);
        assertThat(in(() -> accounts.find(works.id())).orElseThrow().checkResult())
                .isEqualTo("works");
    }

    private ProviderAccount connect(String key, String... currencies) {
        return in(() -> accounts.connect(new AccountDraft(
                Gateway.STRIPE, Mode.TEST, List.of(currencies), Map.of("secret_key", key, "webhook_secret", SECRET))));
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(clinicId, work);
    }
}
