package org.carewright.identity.token;

import java.util.UUID;

/**
 * What an app works with.
 *
 * @param expiresIn seconds the access token is good for
 * @param refreshExpiresIn seconds the refresh token is good for
 */
public record TokenPair(
        UUID accountId, String accessToken, long expiresIn, String refreshToken, long refreshExpiresIn) {

    @Override
    public String toString() {
        return "TokenPair";
    }
}
