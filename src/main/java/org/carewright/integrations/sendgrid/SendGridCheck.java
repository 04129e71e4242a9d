package org.carewright.integrations.sendgrid;

import java.util.ArrayList;
import java.util.List;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.stereotype.Component;

@Component
class SendGridCheck implements ProductionCheck {

    private final SendGridSettings settings;

    SendGridCheck(SendGridSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (settings.apiKey().isBlank()) {
            problems.add(
                    "CAREWRIGHT_INTEGRATIONS_SENDGRID_API_KEY is missing: e-mail needs a SendGrid key with the right"
                            + " Mail Send.");
        }
        if (settings.webhookPublicKey().isBlank()) {
            problems.add("CAREWRIGHT_INTEGRATIONS_SENDGRID_WEBHOOK_PUBLIC_KEY is missing: without the event webhook's"
                    + " verification key no delivery report is believed.");
        }
        return problems;
    }
}
