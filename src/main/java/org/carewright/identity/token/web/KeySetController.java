package org.carewright.identity.token.web;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import org.carewright.identity.token.SigningKeys;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys with which anyone can check a token of ours. */
@RestController
class KeySetController {

    private final SigningKeys keys;

    KeySetController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> keys() {
        return new JWKSet(List.copyOf(keys.published())).toJSONObject(true);
    }
}
