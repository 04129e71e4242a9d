package org.carewright.shared.database;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;

/**
 * {@code String[]} as PostgreSQL's {@code text[]}: {@code = any(#{codes})} is one statement however many codes there are, so
 * its plan is kept.
 */
@MappedTypes(String[].class)
public class TextArrayTypeHandler extends BaseTypeHandler<String[]> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, String[] value, JdbcType type)
            throws SQLException {
        statement.setArray(i, statement.getConnection().createArrayOf("text", value));
    }

    @Override
    public String[] getNullableResult(ResultSet row, String column) throws SQLException {
        return toTexts(row.getArray(column));
    }

    @Override
    public String[] getNullableResult(ResultSet row, int column) throws SQLException {
        return toTexts(row.getArray(column));
    }

    @Override
    public String[] getNullableResult(CallableStatement call, int column) throws SQLException {
        return toTexts(call.getArray(column));
    }

    private static String[] toTexts(Array array) throws SQLException {
        return array == null ? null : (String[]) array.getArray();
    }
}
