package org.carewright.integrations.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ProviderAccountMapper {

    List<AccountRow> all();

    AccountRow find(UUID id);

    /** The active account for that currency, null when there is none. */
    AccountRow chosen(String provider, String currency);

    boolean hasActive(String provider);

    void insert(AccountRow account);

    void replaceCredentials(UUID id, byte[] credentialsSealed, byte[] webhookSecretSealed, String hint);

    void setCurrencies(UUID id, String[] currencies);

    /** Takes those currencies from other accounts of these providers. */
    void takeCurrencies(UUID keptId, String[] providers, String[] currencies);

    void setActive(UUID id, boolean active);

    void setChecked(UUID id, String result, Instant now);

    UUID clinicIdOf(UUID accountId);

    record AccountRow(
            UUID id,
            String provider,
            String mode,
            String[] currencies,
            byte[] credentialsSealed,
            byte[] webhookSecretSealed,
            String hint,
            boolean active,
            Instant connectedAt,
            Instant checkedAt,
            String checkResult) {}
}
