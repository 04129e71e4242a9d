package org.carewright.integrations.razorpay;

import java.util.ArrayList;
import java.util.List;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.stereotype.Component;

/** The platform may have no account at Razorpay, but not half a one and none for play money. */
@Component
class RazorpayCheck implements ProductionCheck {

    private final RazorpaySettings settings;

    RazorpayCheck(RazorpaySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (settings.isConfigured() && !settings.keyId().startsWith("rzp_live_")) {
            problems.add(
                    "CAREWRIGHT_INTEGRATIONS_RAZORPAY_KEY_ID is not a live key: production takes real money only.");
        }
        return problems;
    }
}
