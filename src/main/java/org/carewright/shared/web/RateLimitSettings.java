package org.carewright.shared.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How often one client may do a thing, by the limit's name. */
@ConfigurationProperties("carewright")
record RateLimitSettings(@DefaultValue Map<String, Limit> limits) {

    /**
     * @param capacity how many at once, for a key that hasn't been seen for a while
     * @param refill how long it takes until the whole capacity is there again; it comes back bit by bit
     */
    record Limit(int capacity, Duration refill) {}
}
