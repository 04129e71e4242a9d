package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.databind.JsonNode;

/** What the API said. An answer that never came is thrown: {@link RazorpayUnsettledException}. */
sealed interface RazorpayAnswer {

    record Ok(JsonNode body) implements RazorpayAnswer {}

    /** Refused for good. @param code a code of ours made of what was said, without anything personal */
    record Refused(String code) implements RazorpayAnswer {}

    /** Certainly nothing happened: not reached, wrong credentials, too many calls. */
    record NotTaken(String code) implements RazorpayAnswer {}
}
