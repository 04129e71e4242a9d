package org.carewright.shared.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;

/** PostgreSQL's timestamptz as {@link Instant}, whatever zone the server, the driver or the JVM is in. */
@MappedTypes(Instant.class)
public class InstantTypeHandler extends BaseTypeHandler<Instant> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, Instant value, JdbcType type)
            throws SQLException {
        statement.setObject(i, value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Instant getNullableResult(ResultSet row, String column) throws SQLException {
        return toInstant(row.getObject(column, OffsetDateTime.class));
    }

    @Override
    public Instant getNullableResult(ResultSet row, int column) throws SQLException {
        return toInstant(row.getObject(column, OffsetDateTime.class));
    }

    @Override
    public Instant getNullableResult(CallableStatement call, int column) throws SQLException {
        return toInstant(call.getObject(column, OffsetDateTime.class));
    }

    private static Instant toInstant(OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
