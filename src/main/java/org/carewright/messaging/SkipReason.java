package org.carewright.messaging;

/** Why a message was skipped, as the log keeps it. */
final class SkipReason {

    static final String NO_ADDRESS = "no_address";
    static final String NO_SENDER = "no_sender";
    static final String OVERTAKEN = "overtaken";
    static final String NOT_WANTED = "not_wanted";

    private SkipReason() {}
}
