package org.carewright.audit.seal;

import java.util.UUID;

/**
 * Something about a log that isn't as it was sealed.
 *
 * @param checkpoint the number of the checkpoint by which it was found
 * @param rowId the row it is about, null when it is about the checkpoint itself
 * @param position the row's place in the log's order, 0 for a checkpoint
 */
public record Finding(Kind kind, long checkpoint, UUID rowId, long position) {

    /** What is wrong. */
    public enum Kind {
        /** The row's content isn't what was sealed; two swapped rows are both changed. */
        ROW_CHANGED,
        ROW_REMOVED,
        /** The row stands among sealed ones and was not there when they were sealed. */
        ROW_INSERTED,
        CHECKPOINT_REMOVED,
        /** Its signature doesn't fit, or its key is none of ours. */
        CHECKPOINT_FORGED,
        /** It doesn't follow the one before it. */
        CHAIN_BROKEN,
        /** The list of rows kept with it isn't the one that was signed. */
        EVIDENCE_DAMAGED,
        /** An export knows it differently: the log was rolled back or made anew. */
        DIFFERS_FROM_EXPORT
    }

    static Finding ofCheckpoint(Kind kind, long checkpoint) {
        return new Finding(kind, checkpoint, null, 0);
    }
}
