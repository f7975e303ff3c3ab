package org.yiwang.test.run;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * 数据库程序: the real PostgreSQL programs that come as a Maven artifact, unpacked once into a folder of ours. Only the
 * programs are taken from the library; it starts them for tests (no fsync, everybody trusted), we start them to keep data.
 */
final class PostgresBinaries {

    /** Held, or its level would be forgotten with it. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky");

    private final Path folder;
    private final List<String> prefix;

    private PostgresBinaries(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /** The programs that come with the build. */
    static PostgresBinaries in(Path folder) {
        return in(folder, PostgresBinaries::shipped);
    }

    /** Unpacks beside and renames at the end, so that a start that was cut off leaves no half folder behind. */
    static PostgresBinaries in(Path folder, Archive archive) {
        Path home = folder.toAbsolutePath();
        if (!Files.exists(home.resolve("bin/postgres"))) {
            Path half = home.resolveSibling(home.getFileName() + ".half");
            try {
                deleteTree(half);
                unpack(archive.open(), half);
                deleteTree(home);
                Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new RunFailure("PostgreSQL 程序解包失败 (cannot unpack PostgreSQL into " + home + ")", e);
            }
        }
        return new PostgresBinaries(home, withoutRoot(home));
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Whom the data folder must belong to: another user when we are root and may not make a user namespace. */
    boolean asOtherUser() {
        return !prefix.isEmpty() && "runuser".equals(prefix.get(0));
    }

    /** PostgreSQL refuses to run as root: a user namespace in which we are nobody is the least that changes. */
    private static List<String> withoutRoot(Path home) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        Path log = home.resolveSibling("log").resolve("postgres-start.log");
        if (Commands.call(log, 10, List.of("unshare", "-U", "true")) == 0) {
            return List.of("unshare", "-U");
        }
        return List.of("runuser", "-u", "nobody", "--");
    }

    /** Where the programs come from: a tar compressed by xz. */
    interface Archive {
        InputStream open() throws IOException;
    }

    private static InputStream shipped() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch");
        String architecture = "amd64".equals(machine) ? "x86_64" : machine;
        LIBRARY.setLevel(Level.WARNING);
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        if (archive == null) {
            throw new IOException("no PostgreSQL programs for " + system + " " + architecture
                    + "; give a server by DB_URL, DB_USER, DB_PASSWORD");
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(target, tar, entry);
            }
        }
    }

    private static void write(Path target, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("entry outside of the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
