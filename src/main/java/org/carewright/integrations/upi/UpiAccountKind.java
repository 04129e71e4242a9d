package org.carewright.integrations.upi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carewright.integrations.account.AccountKind;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.CredentialField;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.sandbox.SandboxAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A clinic's own UPI address. The platform has none: nobody else may get a clinic's money. */
@Component
class UpiAccountKind implements AccountKind {

    static final String ADDRESS = "vpa";
    static final String NAME = "payee_name";

    private static final List<CredentialField> FIELDS = List.of(
            new CredentialField(ADDRESS, false, UpiPayee.ADDRESS),
            new CredentialField(NAME, false, Pattern.compile("[\\p{L}\\p{M}\\p{N} .&'/-]{1,100}")));

    private final ObjectProvider<SandboxAccounts> sandbox;

    UpiAccountKind(ObjectProvider<SandboxAccounts> sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Gateway gateway() {
        return Gateway.UPI;
    }

    @Override
    public List<CredentialField> fields() {
        return FIELDS;
    }

    /** Where the sandbox is on, an address that no bank has. */
    @Override
    public Optional<ConnectedAccount> platform() {
        return Optional.ofNullable(sandbox.getIfAvailable())
                .map(there -> new ConnectedAccount(
                        null, Gateway.UPI, Mode.TEST, Map.of(ADDRESS, "clinic@sandbox", NAME, "Sandbox clinic")));
    }

    @Override
    public Check check(ConnectedAccount account) {
        return Check.NOT_CHECKED;
    }
}
