package org.yiwang.forms.platform.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** SQL 语句: runs statements on the caller's transaction; the tables of the platform are too plain for entities. */
@ApplicationScoped
class Sql {

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource source;

    Sql() {}

    Sql(DataSource source) {
        this.source = source;
    }

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    int update(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    <T> List<T> list(String sql, Row<T> reader, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    <T> Optional<T> first(String sql, Row<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        java.sql.Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("database: " + failure.getSQLState(), failure);
    }
}
