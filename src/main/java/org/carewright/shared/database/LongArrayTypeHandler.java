package org.carewright.shared.database;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;

/** PostgreSQL's {@code bigint[]} as {@code long[]}: many figures in one row cost far less than many rows. */
@MappedTypes(long[].class)
public class LongArrayTypeHandler extends BaseTypeHandler<long[]> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, long[] value, JdbcType type)
            throws SQLException {
        statement.setArray(
                i,
                statement
                        .getConnection()
                        .createArrayOf("bigint", Arrays.stream(value).boxed().toArray()));
    }

    @Override
    public long[] getNullableResult(ResultSet row, String column) throws SQLException {
        return toLongs(row.getArray(column));
    }

    @Override
    public long[] getNullableResult(ResultSet row, int column) throws SQLException {
        return toLongs(row.getArray(column));
    }

    @Override
    public long[] getNullableResult(CallableStatement call, int column) throws SQLException {
        return toLongs(call.getArray(column));
    }

    private static long[] toLongs(Array array) throws SQLException {
        return array == null
                ? null
                : Arrays.stream((Long[]) array.getArray())
                        .mapToLong(Long::longValue)
                        .toArray();
    }
}
