package org.carewright.integrations.twilio;

import java.util.ArrayList;
import java.util.List;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.stereotype.Component;

@Component
class TwilioCheck implements ProductionCheck {

    private final TwilioSettings settings;

    TwilioCheck(TwilioSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (settings.accountSid().isBlank()) {
            problems.add("CAREWRIGHT_INTEGRATIONS_TWILIO_ACCOUNT_SID is missing: text messages need a Twilio account.");
        }
        if (settings.authToken().isBlank()) {
            problems.add("CAREWRIGHT_INTEGRATIONS_TWILIO_AUTH_TOKEN is missing: it opens Twilio's API and verifies its"
                    + " callbacks.");
        }
        return problems;
    }
}
