package org.carewright.integrations.sandbox.stripe;

import java.util.List;

/** An answer of the API. @param replayed whether the same key had got it before */
record StripeAnswer(int status, String body, boolean replayed, List<StripeSandboxEvent> events) {}
