package org.carewright.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a message stands (MSG-5). Providers report late, twice and out of order, therefore a status only ever rises in
 * the order written here: whatever the order of the reports, the end is the same.
 */
public enum MessageStatus {
    /** The attempt has begun; its end isn't known yet. */
    SENDING,
    /** Not sent: the patient has no such address or doesn't want this kind of message. */
    SKIPPED,
    /** Not sent: the address has opted out or bounces. */
    SUPPRESSED,
    /** The provider took it. */
    SENT,
    /** It was refused for good, or couldn't be delivered. */
    FAILED,
    /** The patient's mail server refused it. */
    BOUNCED,
    /** It arrived. */
    DELIVERED;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The stored forms of those statuses from which a provider's report may move a message to this one. */
    List<String> reachableFrom() {
        return Arrays.stream(values())
                .filter(status -> status.compareTo(this) < 0)
                .map(MessageStatus::code)
                .toList();
    }
}
