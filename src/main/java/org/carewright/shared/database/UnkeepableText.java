package org.carewright.shared.database;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;

/** Tells a statement that failed over text which the database can't keep, such as one with a null character. */
public final class UnkeepableText {

    /** PostgreSQL's character_not_in_repertoire. */
    private static final String STATE = "22021";

    private UnkeepableText() {}

    /** Whether that is why it failed: the sender's error, not ours. */
    public static boolean isCauseOf(Exception failure) {
        return failure instanceof DataAccessException refused
                && refused.getMostSpecificCause() instanceof SQLException cause
                && STATE.equals(cause.getSQLState());
    }
}
