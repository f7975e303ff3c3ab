package org.yiwang.test.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * 数据库副本: all rows of a database as text in one archive, independent of the server's version and machine. The tables
 * themselves come from the migrations, which never change once they were given out.
 */
final class DatabaseCopy {

    /** The tables' own history is made anew; answers kept for a repeated request are forgotten within days anyway. */
    private static final String LEFT_OUT = "('flyway_schema_history', 'idempotency')";

    private static final String MASTER_KEY = "master.key";
    private static final String CASES = "cases.tsv";
    private static final String FILES = "files";
    /** Bytes. Every upload of the test city is that small; of the documents only those of completed cases are kept. */
    private static final int SMALL = 8192;

    private DatabaseCopy() {}

    /** Writes every table, every sequence, the key that opens what is sealed in them, and the cases with their status. */
    static void write(Connection from, Path data, Map<String, String> cases, Path archive)
            throws IOException, SQLException {
        Files.createDirectories(archive.toAbsolutePath().getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            CopyManager copy = from.unwrap(BaseConnection.class).getCopyAPI();
            for (String table : tables(from)) {
                entry(zip, "tables/" + table + "(" + String.join(",", columns(from, table)) + ")");
                OutputStream rows = new Unclosed(zip);
                copy.copyOut("COPY " + named(from, table) + " TO STDOUT", rows);
            }
            entry(zip, "sequences.tsv");
            for (String sequence : names(
                    from,
                    "SELECT sequencename || chr(9) || coalesce(last_value, 0) FROM pg_sequences"
                            + " WHERE schemaname = 'public' ORDER BY 1")) {
                zip.write((sequence + "\n").getBytes(StandardCharsets.UTF_8));
            }
            entry(zip, CASES);
            for (Map.Entry<String, String> one : cases.entrySet()) {
                zip.write((one.getKey() + "\t" + one.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            entry(zip, MASTER_KEY);
            Files.copy(data.resolve(MASTER_KEY), zip);
            Set<String> documents = new HashSet<>(names(
                    from,
                    "SELECT file FROM official_document d JOIN case_file c ON c.case_no = d.case_no"
                            + " WHERE c.status = 'COMPLETED' AND file IS NOT NULL"));
            try (Stream<Path> files = Files.walk(data.resolve(FILES))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.size(file) <= SMALL
                            || documents.contains(file.getFileName().toString())) {
                        entry(zip, data.relativize(file).toString());
                        Files.copy(file, zip);
                    }
                }
            }
        }
    }

    /**
     * Reads it into a database that has the tables of that time, and the key into the data folder.
     *
     * @return the cases in it: number and status
     */
    static Map<String, String> read(InputStream archive, Connection into, Path data) throws IOException, SQLException {
        Map<String, String> cases = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive);
                Statement statement = into.createStatement()) {
            into.setAutoCommit(false);
            statement.execute("SET session_replication_role = replica");
            for (String table : tables(into)) {
                statement.execute("DELETE FROM " + quoted(table));
            }
            CopyManager copy = into.unwrap(BaseConnection.class).getCopyAPI();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("tables/")) {
                    copy.copyIn("COPY " + target(name.substring("tables/".length())) + " FROM STDIN", zip);
                } else if (name.equals("sequences.tsv")) {
                    sequences(statement, text(zip));
                } else if (name.equals(CASES)) {
                    text(zip).lines().map(line -> line.split("\t")).forEach(line -> cases.put(line[0], line[1]));
                } else if (name.equals(MASTER_KEY)) {
                    Files.write(data.resolve(MASTER_KEY), zip.readAllBytes());
                } else if (name.startsWith(FILES + "/")) {
                    Path file = data.resolve(name);
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                }
            }
            into.commit();
        }
        return cases;
    }

    private static void sequences(Statement statement, String lines) throws SQLException {
        for (String line : lines.split("\n")) {
            String[] parts = line.split("\t");
            if (!parts[1].equals("0")) {
                statement.execute("SELECT setval('" + quoted(parts[0]) + "', " + Long.parseLong(parts[1]) + ")");
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return names(
                connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                        + " AND table_type = 'BASE TABLE' AND table_name NOT IN " + LEFT_OUT + " ORDER BY 1");
    }

    /** What is computed by the database is not copied. */
    private static List<String> columns(Connection connection, String table) throws SQLException {
        return names(
                connection,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '"
                        + table + "' AND is_generated = 'NEVER' ORDER BY ordinal_position");
    }

    private static String named(Connection connection, String table) throws SQLException {
        return target(table + "(" + String.join(",", columns(connection, table)) + ")");
    }

    /** {@code table(a,b)} with its names quoted. */
    private static String target(String table) {
        int open = table.indexOf('(');
        String columns = table.substring(open + 1, table.length() - 1);
        List<String> names = new ArrayList<>();
        for (String column : columns.split(",")) {
            names.add(quoted(column));
        }
        return quoted(table.substring(0, open)) + " (" + String.join(", ", names) + ")";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same rows make the same archive.
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The driver closes what it wrote to; the archive goes on. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
