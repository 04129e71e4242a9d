package org.carewright.identity.factor;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.shared.web.PublicUrl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * The site that passkeys are for: the public address, never what a request calls us. Known only once the web server
 * runs, so the operations are made when they are first needed.
 */
@Component
class RelyingParty {

    private static final String NAME = "Carewright";

    private final PublicUrl address;
    private final PasskeyOwners owners;
    private final PasskeyCredentials credentials;
    private volatile WebAuthnRelyingPartyOperations operations;

    RelyingParty(PublicUrl address, PasskeyOwners owners, PasskeyCredentials credentials) {
        this.address = address;
        this.owners = owners;
        this.credentials = credentials;
    }

    WebAuthnRelyingPartyOperations operations() {
        if (operations == null) {
            var site = PublicKeyCredentialRpEntity.builder()
                    .id(URI.create(address.base()).getHost())
                    .name(NAME)
                    .build();
            operations = new Webauthn4JRelyingPartyOperations(owners, credentials, site, Set.of(address.base()));
        }
        return operations;
    }

    /** @param challenge of the ceremony's first half, null for a new one */
    PublicKeyCredentialCreationOptions creationOptions(UUID accountId, Bytes challenge) {
        var made = operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(named(accountId)));
        return challenge == null
                ? made
                : PublicKeyCredentialCreationOptions.builder()
                        .rp(made.getRp())
                        .user(made.getUser())
                        .challenge(challenge)
                        .pubKeyCredParams(made.getPubKeyCredParams())
                        .timeout(made.getTimeout())
                        .excludeCredentials(made.getExcludeCredentials())
                        .authenticatorSelection(made.getAuthenticatorSelection())
                        .attestation(made.getAttestation())
                        .extensions(made.getExtensions())
                        .build();
    }

    /** @param challenge of the ceremony's first half, null for a new one */
    PublicKeyCredentialRequestOptions requestOptions(UUID accountId, Bytes challenge) {
        var made = operations()
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(named(accountId)));
        return challenge == null
                ? made
                : PublicKeyCredentialRequestOptions.builder()
                        .rpId(made.getRpId())
                        .challenge(challenge)
                        .timeout(made.getTimeout())
                        .allowCredentials(made.getAllowCredentials())
                        .userVerification(made.getUserVerification())
                        .extensions(made.getExtensions())
                        .build();
    }

    /** Spring Security asks for a person; {@link PasskeyOwners} finds the account by the name. */
    private static Authentication named(UUID accountId) {
        return UsernamePasswordAuthenticationToken.authenticated(accountId.toString(), null, List.of());
    }
}
