package org.carewright.identity;

import java.util.List;
import org.carewright.shared.production.ProductionDataCheck;
import org.springframework.stereotype.Component;

@Component
class DemoLoginsCheck implements ProductionDataCheck {

    private final AccountSetup accounts;

    DemoLoginsCheck(AccountSetup accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<String> problems() {
        return accounts.hasDemoAccounts()
                ? List.of("The database holds demo logins, whose password is public: use a database of its own for"
                        + " production.")
                : List.of();
    }
}
