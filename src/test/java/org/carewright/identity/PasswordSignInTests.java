package org.carewright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The work done for each attempt to sign in, which an attacker could otherwise time. */
class PasswordSignInTests {

    private final AccountMapper accounts = mock(AccountMapper.class);
    private final SignInPauses pauses = mock(SignInPauses.class);
    private final List<Object> events = new ArrayList<>();
    private final List<String> checkedHashes = new ArrayList<>();
    private PasswordSignIn signIn;

    @BeforeEach
    void setUp() {
        signIn = new PasswordSignIn(
                accounts, new RecordingEncoder(), pauses, signedIn -> signedIn, mock(AccountSetup.class), events::add);
        when(pauses.begin(any(), any())).thenReturn(Optional.empty());
        when(accounts.login(anyString(), anyString())).thenReturn(Optional.empty());
    }

    @Test
    void checksAPasswordAlsoForAnUnknownAccount() {
        refuse("nobody@staff.example", "secret");

        assertThat(checkedHashes).hasSize(1);
    }

    @Test
    void refusesAClosedAccountOnlyAfterItsPasswordWasChecked() {
        when(accounts.login("desk", "closed@staff.example")).thenReturn(Optional.of(login("secret", false)));

        refuse("closed@staff.example", "secret");

        assertThat(checkedHashes).containsExactly("secret");
    }

    @Test
    void doesNotHashPasswordsOfAbsurdLength() {
        refuse("nobody@staff.example", "x".repeat(257));

        assertThat(checkedHashes).isEmpty();
    }

    @Test
    void tellsNoPasswordInTheSignedInPerson() {
        when(accounts.login("desk", "open@staff.example")).thenReturn(Optional.of(login("secret", true)));

        var signedIn = signIn.authenticate(attempt("open@staff.example", "secret"));

        assertThat(signedIn.getCredentials()).isNull();
        assertThat(signedIn.getAuthorities()).extracting("authority").containsExactly("ROLE_RECEPTIONIST");
        assertThat(signedIn.getName())
                .isEqualTo(
                        ((StaffPrincipal) signedIn.getPrincipal()).accountId().toString());
    }

    @Test
    void checksNoPasswordDuringAPause() {
        when(accounts.login("desk", "open@staff.example")).thenReturn(Optional.of(login("secret", true)));
        when(pauses.begin(any(), any())).thenReturn(Optional.of(Duration.ofSeconds(30)));

        assertThatThrownBy(() -> signIn.authenticate(attempt("open@staff.example", "secret")))
                .isInstanceOf(TooManyAttemptsException.class);
        assertThat(checkedHashes).isEmpty();
        assertThat(events).singleElement().isInstanceOf(AccountEvent.Locked.class);
    }

    @Test
    void tellsWhySignInFailedWithoutTellingTheAddress() {
        refuse("nobody@staff.example", "secret");

        assertThat(events).containsExactly(new AccountEvent.SignInFailed(null, null, Door.DESK, "unknown"));
    }

    private void refuse(String email, String password) {
        assertThatThrownBy(() -> signIn.authenticate(attempt(email, password)))
                .isInstanceOf(BadCredentialsException.class);
    }

    private static UsernamePasswordAuthenticationToken attempt(String email, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(email, password);
    }

    private static Login login(String hash, boolean active) {
        return new Login(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Door.DESK.code(),
                "Someone",
                hash,
                Role.codes(Set.of(Role.RECEPTIONIST)),
                0,
                active ? Account.ACTIVE : "closed");
    }

    private final class RecordingEncoder implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            return password.toString();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            checkedHashes.add(hash);
            return hash.contentEquals(password);
        }
    }
}
