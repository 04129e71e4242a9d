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
    /** The provider took it. */
    SENT,
    /** It was refused for good, or couldn't be delivered. */
    FAILED,
    /** The patient's mail server refused it. */
    BOUNCED,
    /** It arrived. */
    DELIVERED,
    /** Never sent: the address has opted out or bounces. */
    SUPPRESSED,
    /** Never sent: the patient has no such address or doesn't want this kind of message. */
    SKIPPED;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the message was or may have been handed to a provider. */
    public boolean attempted() {
        return this != SUPPRESSED && this != SKIPPED;
    }

    static MessageStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The stored forms of those statuses from which a provider's report may move a message to this one. */
    List<String> reachableFrom() {
        return Arrays.stream(values())
                .filter(MessageStatus::attempted)
                .filter(status -> status.compareTo(this) < 0)
                .map(MessageStatus::code)
                .toList();
    }
}
