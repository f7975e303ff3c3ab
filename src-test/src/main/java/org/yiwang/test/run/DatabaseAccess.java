package org.yiwang.test.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * 数据库口令: the passwords of the embedded database's three roles, made at the first start and kept readable to the
 * owner of the data folder only.
 *
 * @param admin of {@code postgres}, used to make roles and database
 * @param owner of {@code yiwang_owner}, who owns the tables and migrates them
 * @param app of {@code yiwang_app}, with which the portal works and which may not change the record
 */
public record DatabaseAccess(String admin, String owner, String app) {

    private static final String FILE = "db.properties";

    static DatabaseAccess in(Path data) {
        Path file = data.resolve(FILE);
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new RunFailure("无法读写数据库口令文件 (cannot read or write " + file + ")", e);
        }
    }

    private static DatabaseAccess read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new DatabaseAccess(
                properties.getProperty("admin"), properties.getProperty("owner"), properties.getProperty("app"));
    }

    private static DatabaseAccess make(Path file) throws IOException {
        DatabaseAccess access = new DatabaseAccess(password(), password(), password());
        Properties properties = new Properties();
        properties.setProperty("admin", access.admin());
        properties.setProperty("owner", access.owner());
        properties.setProperty("app", access.app());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Embedded PostgreSQL; made at the first start");
        }
        return access;
    }

    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Never prints them. */
    @Override
    public String toString() {
        return "DatabaseAccess";
    }
}
