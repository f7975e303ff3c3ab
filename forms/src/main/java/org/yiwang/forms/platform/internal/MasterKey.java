package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.platform.DataFolder;
import org.yiwang.forms.platform.Profile;

/**
 * 主密钥: 32 bytes in base64, in a file outside the database; it wraps every other key. Production must be told where it
 * lies; demo and test make one in the data folder that only its owner may read.
 */
@ApplicationScoped
class MasterKey {

    private static final int BYTES = 32;

    @Inject
    Profile profile;

    @Inject
    DataFolder data;

    @Inject
    @ConfigProperty(name = "yiwang.master-key-file")
    Optional<String> file;

    private volatile byte[] key;

    /** The key; read once. */
    byte[] bytes() {
        if (key == null) {
            key = file.isPresent() ? read(Path.of(file.get())) : local();
        }
        return key;
    }

    private byte[] local() {
        if (profile.production()) {
            throw new IllegalStateException("YIWANG_MASTER_KEY_FILE is not set. Production does not start without it:"
                    + " make a key with 'openssl rand -base64 32', keep it apart from the database's backups,"
                    + " and set the variable to the file's path.");
        }
        Path path = data.resolve("master.key");
        return Files.exists(path) ? read(path) : create(path);
    }

    private static byte[] read(Path path) {
        String text;
        try {
            text = Files.readString(path).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the master key file " + path + " cannot be read", unreadable);
        }
        return decode(text, path);
    }

    private static byte[] decode(String text, Path path) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through: the reason is the same for the operator, and the text must not reach the log.
        }
        throw new IllegalStateException("the master key file " + path + " does not hold 32 bytes in base64");
    }

    private static byte[] create(Path path) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createDirectories(path.getParent());
            Path fresh = Files.createTempFile(path.getParent(), "master", ".new", ownerOnly(path));
            Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes) + "\n", StandardOpenOption.WRITE);
            try {
                // A link appears whole or not at all, so a second node starting now reads a complete key.
                Files.createLink(path, fresh);
            } catch (FileAlreadyExistsException faster) {
                return read(path);
            } finally {
                Files.delete(fresh);
            }
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException("no master key could be made at " + path, failure);
        }
    }

    private static java.nio.file.attribute.FileAttribute<?>[] ownerOnly(Path path) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new java.nio.file.attribute.FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new java.nio.file.attribute.FileAttribute<?>[0];
    }
}
