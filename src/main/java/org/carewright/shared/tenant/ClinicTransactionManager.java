package org.carewright.shared.tenant;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Starts every transaction in the clinic scope of its thread; the engine's commands use it as well. */
class ClinicTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ClinicTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var clinicId = CurrentClinic.get();
        if (clinicId == null) {
            return;
        }
        var dataSource = obtainDataSource();
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            ClinicScope.tell(connection, clinicId);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not enter the clinic's scope", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
