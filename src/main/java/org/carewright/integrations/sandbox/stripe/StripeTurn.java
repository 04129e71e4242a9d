package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One request while it is worked on: whose, when, what it has to report and whether it ends in a card's refusal. */
final class StripeTurn {

    /** What is to be reported once the request is committed. */
    record News(String name, ObjectNode object) {}

    private final String apiKey;
    private final Instant now;
    private final List<News> news = new ArrayList<>();
    private StripeRefusal refusal;

    StripeTurn(String apiKey, Instant now) {
        this.apiKey = apiKey;
        this.now = now;
    }

    String apiKey() {
        return apiKey;
    }

    Instant now() {
        return now;
    }

    long seconds() {
        return now.getEpochSecond();
    }

    /** Reports the object as it is now. */
    void tell(String name, ObjectNode object) {
        news.add(new News(name, object.deepCopy()));
    }

    List<News> news() {
        return news;
    }

    /** Answers with an error although what was done stays, as with a declined card. */
    void refuse(StripeRefusal ending) {
        refusal = ending;
    }

    StripeRefusal refusal() {
        return refusal;
    }
}
