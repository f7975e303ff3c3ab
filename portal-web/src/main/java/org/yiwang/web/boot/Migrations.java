package org.yiwang.web.boot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * 数据库迁移: brings the schema up to date before anything uses it. Runs as the owner of the tables over connections of
 * its own, so that the application's role needs no right to change them.
 */
@Dependent
public class Migrations {

    @Inject
    @ConfigProperty(name = "db.url", defaultValue = "jdbc:postgresql://127.0.0.1:5432/yiwang")
    String url;

    @Inject
    @ConfigProperty(name = "db.user", defaultValue = "yiwang")
    String user;

    @Inject
    @ConfigProperty(name = "db.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "db.owner.user")
    Optional<String> ownerUser;

    @Inject
    @ConfigProperty(name = "db.owner.password")
    Optional<String> ownerPassword;

    void run() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(ownerUser.orElse(user));
        source.setPassword((ownerUser.isPresent() ? ownerPassword : password).orElse(""));
        source.setApplicationName("yiwang-migrations");
        flyway(source).migrate();
    }

    /** The one way the schema is made; tests that need tables without a server use it too. */
    public static Flyway flyway(DataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new EngineTables())
                // Several nodes start at once: all but one wait for the lock.
                .connectRetries(10)
                .connectRetriesInterval(2)
                .validateMigrationNaming(true)
                // Components number their files independently, so a lower number may come later.
                .outOfOrder(true)
                .load();
    }
}
