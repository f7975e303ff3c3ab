package org.yiwang.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database behind the server, for looking at what a request left there (and, rarely, for breaking something). */
public final class Db {

    private final String url;
    private final String password;

    private Db(String url, String password) {
        this.url = url;
        this.password = password;
    }

    public static Db of(String url, String adminPassword) {
        return new Db(url, adminPassword);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** Another database of the same server, for what must not meet the running portal. */
    public DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setDatabaseName(database);
        source.setUser("postgres");
        source.setPassword(password);
        return source;
    }

    /** The rows, each as column name to value. */
    public List<Map<String, Object>> rows(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet result = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }

    /** The first column of the only row. */
    public Object value(String sql, Object... arguments) {
        List<Map<String, Object>> rows = rows(sql, arguments);
        if (rows.size() != 1) {
            throw new AssertionError(sql + ": " + rows.size() + " rows where one was expected");
        }
        return rows.get(0).values().iterator().next();
    }

    public long number(String sql, Object... arguments) {
        return ((Number) value(sql, arguments)).longValue();
    }

    public String text(String sql, Object... arguments) {
        Object value = value(sql, arguments);
        return value == null ? null : value.toString();
    }

    /** Holds what this query locks until it is closed, as somebody would who is slow. */
    public AutoCloseable holding(String query, Object... arguments) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (PreparedStatement statement = prepared(connection, query, arguments)) {
                statement.executeQuery().close();
            }
            return () -> {
                connection.rollback();
                connection.close();
            };
        } catch (SQLException e) {
            throw new AssertionError(query + ": " + e.getMessage(), e);
        }
    }

    /** How the database would answer this if the table were too large to be read whole. */
    public String plan(String query) {
        try (Connection connection = connect();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_bitmapscan = off");
            StringBuilder plan = new StringBuilder();
            try (java.sql.ResultSet lines = statement.executeQuery("EXPLAIN (COSTS OFF) " + query)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new AssertionError(query + ": " + e.getMessage(), e);
        }
    }

    public int change(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object[] arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
