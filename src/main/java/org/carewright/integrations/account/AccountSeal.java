package org.carewright.integrations.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.ProviderAccountMapper.AccountRow;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Seals an account's credentials with its clinic's key, bound to the account. */
@Component
class AccountSeal {

    private static final TypeReference<Map<String, String>> CREDENTIALS = new TypeReference<>() {};

    private final Sealing sealing;
    private final ClinicScope clinic;
    private final ObjectMapper json;

    AccountSeal(Sealing sealing, ClinicScope clinic, ObjectMapper json) {
        this.sealing = sealing;
        this.clinic = clinic;
        this.json = json;
    }

    /** All but the webhook's secret. */
    byte[] credentials(UUID accountId, Map<String, String> credentials) {
        var kept = new TreeMap<>(credentials);
        kept.remove(AccountKind.WEBHOOK_SECRET);
        try {
            return sealing.seal(clinic.required(), label("credentials", accountId), json.writeValueAsBytes(kept));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Credentials could not be written", e);
        }
    }

    /** Null when it has none. */
    byte[] webhookSecret(UUID accountId, Map<String, String> credentials) {
        return Optional.ofNullable(credentials.get(AccountKind.WEBHOOK_SECRET))
                .filter(secret -> !secret.isBlank())
                .map(secret -> sealing.seal(
                        clinic.required(), label("webhook", accountId), secret.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    ConnectedAccount open(AccountRow row) {
        var credentials = new HashMap<String, String>();
        try {
            credentials.putAll(json.readValue(
                    sealing.open(clinic.required(), label("credentials", row.id()), row.credentialsSealed()),
                    CREDENTIALS));
        } catch (IOException e) {
            throw new IllegalStateException("Credentials of account " + row.id() + " could not be read", e);
        }
        if (row.webhookSecretSealed() != null) {
            credentials.put(
                    AccountKind.WEBHOOK_SECRET,
                    new String(
                            sealing.open(clinic.required(), label("webhook", row.id()), row.webhookSecretSealed()),
                            StandardCharsets.UTF_8));
        }
        return new ConnectedAccount(
                row.id(), Gateway.ofCode(row.provider()).orElseThrow(), mode(row), Map.copyOf(credentials));
    }

    static Mode mode(AccountRow row) {
        return Mode.LIVE.code().equals(row.mode()) ? Mode.LIVE : Mode.TEST;
    }

    private static String label(String what, UUID accountId) {
        return "provider_account." + what + ":" + accountId;
    }
}
