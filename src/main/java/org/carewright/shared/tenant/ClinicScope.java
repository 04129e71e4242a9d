package org.carewright.shared.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The clinic for which the current thread works. Row level security shows a transaction only the rows of the clinic
 * whose scope it runs in; outside any scope no clinic's row is visible (design §6, feature PLT-2).
 *
 * <p>The clinic is told to PostgreSQL with {@code set_config('app.clinic_id', …, true)}: when a transaction begins
 * inside a scope, and when a scope is entered or left inside a running transaction. The setting dies with the
 * transaction, so a pooled connection never carries a clinic to its next user. A statement outside a transaction sees
 * nothing.
 */
@Component
public class ClinicScope {

    private static final String TRANSACTION_ABORTED = "25P02";

    private final DataSource dataSource;

    ClinicScope(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The clinic of the current scope, empty outside any scope. */
    public Optional<UUID> current() {
        return Optional.ofNullable(CurrentClinic.get());
    }

    /**
     * The clinic of the current scope.
     *
     * @throws IllegalStateException outside any scope: the caller forgot to enter one
     */
    public UUID required() {
        return current().orElseThrow(() -> new IllegalStateException("No clinic scope has been entered"));
    }

    /** Runs {@code work} in the scope of {@code clinicId}; afterwards, also after a failure, the scope before is back. */
    public void run(UUID clinicId, Runnable work) {
        call(clinicId, () -> {
            work.run();
            return null;
        });
    }

    /** Like {@link #run}, with a result. */
    public <T> T call(UUID clinicId, Supplier<T> work) {
        Objects.requireNonNull(clinicId, "clinicId");
        var previous = CurrentClinic.get();
        if (clinicId.equals(previous)) {
            return work.get();
        }
        CurrentClinic.set(clinicId);
        try {
            tellRunningTransaction(clinicId);
            return work.get();
        } finally {
            CurrentClinic.set(previous);
            tellRunningTransaction(previous);
        }
    }

    private void tellRunningTransaction(UUID clinicId) {
        if (TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder holder
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            try {
                tell(holder.getConnection(), clinicId);
            } catch (SQLException e) {
                // An aborted transaction accepts no statement and will be rolled back, and the setting with it.
                if (!TRANSACTION_ABORTED.equals(e.getSQLState())) {
                    throw new UncategorizedSQLException("enter clinic scope", null, e);
                }
            }
        }
    }

    /** Sets (or with {@code null} clears) the clinic of the transaction that runs on {@code connection}. */
    static void tell(Connection connection, UUID clinicId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.clinic_id', ?, true)")) {
            statement.setString(1, clinicId == null ? "" : clinicId.toString());
            statement.execute();
        }
    }
}
