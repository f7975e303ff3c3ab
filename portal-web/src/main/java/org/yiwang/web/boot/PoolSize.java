package org.yiwang.web.boot;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.platform.StartStep;

/**
 * 连接池大小: how many database connections this node keeps (DB_POOL_MIN) and takes at most (DB_POOL_MAX). The container
 * puts its own number where it is given none that it understands, so they are looked at here: a node that works with
 * another number than the one written down would be found out under load only.
 */
@ApplicationScoped
class PoolSize implements StartStep {

    /** Three outbox workers, the deadlines and the health page, and something for the people. */
    static final int LEAST = 8;

    /** More statements at once than this and a database spends its time on switching between them. */
    static final int MOST = 500;

    private static final String OFFERED = "SELECT current_setting('max_connections')::int"
            + " - current_setting('superuser_reserved_connections')::int";

    @Inject
    @ConfigProperty(name = "db.pool.min", defaultValue = "4")
    String min;

    @Inject
    @ConfigProperty(name = "db.pool.max", defaultValue = "32")
    String max;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource database;

    @Override
    public int order() {
        return GROUND - 50;
    }

    @Override
    public String name() {
        return "connection pool";
    }

    @Override
    public void run() {
        check(min, max, offered());
    }

    /**
     * @param offered how many connections the database has for all its clients
     * @throws IllegalStateException with what is wrong and what would be right
     */
    static void check(String min, String max, int offered) {
        int most = number("DB_POOL_MAX", max, LEAST, MOST);
        number("DB_POOL_MIN", min, 0, most);
        if (most > offered) {
            throw new IllegalStateException("DB_POOL_MAX=" + most + " 超过数据库提供的连接数 " + offered
                    + " (more than the database offers): 调小它，或调大 PostgreSQL 的 max_connections"
                    + " (lower it or raise max_connections)");
        }
    }

    private static int number(String name, String value, int least, int most) {
        String text = value.strip();
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new IllegalStateException(name + " 应为 " + least + " 至 " + most + " 的整数，现在是“" + text
                + "” (must be a whole number from " + least + " to " + most + ")");
    }

    private int offered() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OFFERED)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("database: " + failure.getSQLState(), failure);
        }
    }
}
