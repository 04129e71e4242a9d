package org.carewright.integrations.upi;

import java.util.Optional;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who gets what is paid by UPI in the clinic in scope, for links and codes outside of a payment, e.g. on paper. */
@Component
public class UpiPayees {

    private final ProviderAccounts accounts;

    UpiPayees(ProviderAccounts accounts) {
        this.accounts = accounts;
    }

    /** Empty when the clinic takes no rupees by UPI. */
    @Transactional(readOnly = true)
    public Optional<UpiPayee> current() {
        return accounts.chosen(Gateway.UPI, "INR")
                .map(account -> new UpiPayee(
                        account.credential(UpiAccountKind.ADDRESS), account.credential(UpiAccountKind.NAME)));
    }
}
