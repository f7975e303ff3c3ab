package org.yiwang.test.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** 数据库角色: makes what is missing of the two roles, the database and its extension; a second call changes nothing. */
final class DatabaseRoles {

    private final String server;
    private final DatabaseAccess access;

    DatabaseRoles(int port, DatabaseAccess access) {
        this.server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        this.access = access;
    }

    void prepare(String database) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            role(statement, "yiwang_owner", access.owner());
            role(statement, "yiwang_app", access.app());
            if (missing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                statement.execute("CREATE DATABASE " + database + " OWNER yiwang_owner");
                statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + database + " TO yiwang_app");
            }
        } catch (SQLException e) {
            throw new RunFailure("数据库角色没有建成 (cannot make roles and database)", e);
        }
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        } catch (SQLException e) {
            throw new RunFailure("数据库扩展没有装上 (cannot create the extension)", e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + database, "postgres", access.admin());
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        if (missing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
        }
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
