package org.yiwang.test.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** 数据库: whether it keeps what it is told, whether the schema is whole, keys and certificates, what waits in the outbox. */
final class DatabaseCheck {

    private static final int OLDEST_SERVER = 150000;
    private static final Duration SOON = Duration.ofDays(30);

    private final Connection connection;

    DatabaseCheck(Connection connection) {
        this.connection = connection;
    }

    void report(Findings findings) {
        findings.attempt("数据库设置 (settings)", () -> settings(findings));
        findings.attempt("数据库迁移 (migrations)", () -> migrations(findings));
        findings.attempt("办件记录的权限 (rights)", () -> rights(findings));
        findings.chapter("证书 (certificates)");
        findings.attempt("证书 (certificates)", () -> certificates(findings));
        findings.chapter("后台任务 (outbox)");
        findings.attempt("后台任务 (outbox)", () -> outbox(findings));
    }

    private Void settings(Findings findings) throws SQLException {
        findings.check(
                Integer.parseInt(value("SHOW server_version_num")) >= OLDEST_SERVER,
                "PostgreSQL " + value("SHOW server_version"),
                "PostgreSQL " + value("SHOW server_version") + ", 需要 15 或更新 (15 or newer is needed)");
        for (Map.Entry<String, String> wanted : Map.of(
                        "fsync", "on", "synchronous_commit", "on", "full_page_writes", "on")
                .entrySet()) {
            String found = value("SHOW " + wanted.getKey());
            findings.check(
                    found.equals(wanted.getValue()),
                    wanted.getKey() + " = " + found,
                    wanted.getKey() + " = " + found + ", 断电会丢数据 (a power cut would lose data)");
        }
        return null;
    }

    private Void migrations(Findings findings) throws SQLException {
        if (!exists("flyway_schema_history")) {
            findings.note("还没有建表, 启动一次门户 (no tables yet; start the portal once)");
            return null;
        }
        String failed = value("SELECT count(*) FROM flyway_schema_history WHERE NOT success");
        findings.check(
                failed.equals("0"),
                "迁移到 (migrated to) " + value("SELECT max(version) FROM flyway_schema_history"),
                failed + " 个迁移失败 (failed migrations)");
        return null;
    }

    private Void rights(Findings findings) throws SQLException {
        if (exists("case_event")) {
            findings.check(
                    value("SELECT has_table_privilege('yiwang_app', 'case_event', 'UPDATE, DELETE, TRUNCATE')")
                            .equals("f"),
                    "门户的角色改不了办件事件 (the portal's role cannot change case events)",
                    "门户的角色能改办件事件 (the portal's role can change case events)");
        }
        return null;
    }

    private Void certificates(Findings findings) throws SQLException, GeneralSecurityException, IOException {
        if (!exists("seal_key")) {
            findings.note("本机没有印章证书 (no seal certificates here)");
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name, certificate FROM seal_key ORDER BY name")) {
            int count = 0;
            while (row.next()) {
                count++;
                certificate(findings, row.getString(1), row.getBytes(2));
            }
            if (count == 0) {
                findings.note("还没有印章证书 (no seal certificates yet)");
            }
        }
        return null;
    }

    private static void certificate(Findings findings, String name, byte[] bytes) throws GeneralSecurityException {
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        Instant end = certificate.getNotAfter().toInstant();
        String told = name + "  " + certificate.getSubjectX500Principal() + "  至 (until) " + end;
        findings.check(end.isAfter(Instant.now().plus(SOON)), told, "证书到期或快到期 (expired or soon): " + told);
    }

    private Void outbox(Findings findings) throws SQLException {
        if (!exists("outbox")) {
            findings.note("还没有 (none yet)");
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT state, count(*) FROM outbox GROUP BY state ORDER BY state")) {
            while (row.next()) {
                String line = row.getString(1) + ": " + row.getLong(2);
                findings.check(
                        !List.of("FAILED", "DEAD").contains(row.getString(1)),
                        line,
                        line + ", 到管理页查看原因 (see the admin page for the reasons)");
            }
        }
        return null;
    }

    private boolean exists(String table) throws SQLException {
        return value("SELECT to_regclass('" + table + "') IS NOT NULL").equals("t");
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
