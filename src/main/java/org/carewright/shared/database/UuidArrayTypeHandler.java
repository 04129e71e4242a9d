package org.carewright.shared.database;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;

/**
 * {@code UUID[]} as PostgreSQL's {@code uuid[]}: {@code = any(#{ids})} is one statement however many ids there are, so
 * its plan is kept.
 */
@MappedTypes(UUID[].class)
public class UuidArrayTypeHandler extends BaseTypeHandler<UUID[]> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, UUID[] value, JdbcType type)
            throws SQLException {
        statement.setArray(i, statement.getConnection().createArrayOf("uuid", value));
    }

    @Override
    public UUID[] getNullableResult(ResultSet row, String column) throws SQLException {
        return toUuids(row.getArray(column));
    }

    @Override
    public UUID[] getNullableResult(ResultSet row, int column) throws SQLException {
        return toUuids(row.getArray(column));
    }

    @Override
    public UUID[] getNullableResult(CallableStatement call, int column) throws SQLException {
        return toUuids(call.getArray(column));
    }

    private static UUID[] toUuids(Array array) throws SQLException {
        return array == null ? null : (UUID[]) array.getArray();
    }
}
