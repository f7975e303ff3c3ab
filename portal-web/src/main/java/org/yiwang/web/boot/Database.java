package org.yiwang.web.boot;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;

/**
 * 数据库: the one data source. Not XA: JPA and the process engine share one connection in one transaction. Where it leads
 * comes from the environment (DB_URL, DB_USER, DB_PASSWORD), with defaults in microprofile-config.properties. The pool's
 * size stands in web.xml, because the annotation takes placeholders for texts only; {@link PoolSize} checks it.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/portal",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=db.url}",
        user = "${MPCONFIG=db.user}",
        password = "${MPCONFIG=db.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        properties = {
            "applicationName=yiwang",
            "tcpKeepAlive=true",
            // A batch of inserts travels as one statement.
            "reWriteBatchedInserts=true",
            // A connection that died with the database server is thrown away, not handed out.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=10",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=10000"
        })
final class Database {
    private Database() {}
}
