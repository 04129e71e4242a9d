package org.carewright.messaging;

/** Stops an attempt before it is begun: the message must not be sent (any more). */
class MessageDeclinedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final MessageStatus status;

    /** @param reason a code, kept with the message */
    MessageDeclinedException(MessageStatus status, String reason) {
        super(reason);
        this.status = status;
    }

    MessageStatus status() {
        return status;
    }
}
