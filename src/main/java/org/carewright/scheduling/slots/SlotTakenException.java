package org.carewright.scheduling.slots;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * The wanted time went to someone else. The running transaction is lost and must roll back; the next free starts are
 * looked up in a new one ({@link AvailabilityService#slotTaken}).
 */
public class SlotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final Set<String> CLASHES =
            Set.of(EXCLUSION_VIOLATION, UNIQUE_VIOLATION, DEADLOCK, SERIALIZATION_FAILURE);

    public SlotTakenException() {
        super("The slot is taken");
    }

    private SlotTakenException(Throwable cause) {
        super("The slot is taken", cause);
    }

    /** The failure as a clash when two bookings met in the database, else the failure itself. */
    static RuntimeException from(DataAccessException failure) {
        var state = Optional.ofNullable(NestedExceptionUtils.getRootCause(failure))
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .orElse("");
        return CLASHES.contains(state) ? new SlotTakenException(failure) : failure;
    }
}
