package org.yiwang.web.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * 流程引擎表: makes the engine's tables from the engine's own scripts, so that the engine itself never changes a schema.
 * A newer engine needs a migration of its own that runs that engine's upgrade scripts.
 */
class EngineTables implements JavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "org/flowable/common/db/create/flowable.postgres.create.common.sql",
            "org/flowable/db/create/flowable.postgres.create.engine.sql",
            "org/flowable/db/create/flowable.postgres.create.history.sql");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20261121.0150");
    }

    @Override
    public String getDescription() {
        return "engine tables 7.2.0";
    }

    @Override
    public Integer getChecksum() {
        return 7200;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String script : SCRIPTS) {
                statement.execute(read(script));
            }
        }
    }

    private static String read(String script) throws IOException {
        try (InputStream in = EngineTables.class.getClassLoader().getResourceAsStream(script)) {
            if (in == null) {
                throw new IOException("the engine's jar holds no " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
