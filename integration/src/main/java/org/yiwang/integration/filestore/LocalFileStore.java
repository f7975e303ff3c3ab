package org.yiwang.integration.filestore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yiwang.forms.material.spi.FileStore;
import org.yiwang.forms.platform.Refusal;

/**
 * 本地文件存储: files of a folder that all nodes share, each under its own SHA-256 and in one of 256 sub-folders. A file is
 * written aside, forced to disk and then named, so that nobody ever reads half of one.
 */
public class LocalFileStore implements FileStore {

    private final Path root;

    public LocalFileStore(Path root) {
        this.root = root;
    }

    @Override
    public String put(byte[] bytes) {
        String address = address(bytes);
        Path target = path(address);
        try {
            Files.createDirectories(target.getParent());
            if (Files.exists(target)) {
                touch(target);
                return address;
            }
            Path aside = target.resolveSibling("." + UUID.randomUUID() + ".part");
            try {
                write(aside, bytes);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
            return address;
        } catch (FileAlreadyExistsException another) {
            return address;
        } catch (IOException failure) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "FILE_STORE", "文件暂时存不进去，已填写的内容没有丢失，请几分钟后再上传。");
        }
    }

    @Override
    public byte[] get(String address) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path(address));
        } catch (NoSuchFileException gone) {
            throw new IllegalStateException("file " + address + " is gone from the store");
        } catch (IOException failure) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "FILE_STORE", "文件暂时取不出来，请几分钟后再试。");
        }
        if (!address(bytes).equals(address)) {
            throw new IllegalStateException("file " + address + " is no longer what was stored");
        }
        return bytes;
    }

    @Override
    public void remove(String address) {
        try {
            Files.deleteIfExists(path(address));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int sweep(Instant before, UnaryOperator<Set<String>> unknown) {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int removed = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : folders) {
                removed += sweepFolder(folder, before, unknown);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return removed;
    }

    private int sweepFolder(Path folder, Instant before, UnaryOperator<Set<String>> unknown) throws IOException {
        Map<String, Path> old = new HashMap<>();
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    continue;
                }
                String name = file.getFileName().toString();
                if (name.endsWith(".part")) {
                    removed += Files.deleteIfExists(file) ? 1 : 0;
                } else {
                    old.put(name, file);
                }
            }
        }
        for (String address : unknown.apply(Set.copyOf(old.keySet()))) {
            removed += Files.deleteIfExists(old.get(address)) ? 1 : 0;
        }
        return removed;
    }

    /** Written a second time counts as new for the sweep. */
    private static void touch(Path file) throws IOException {
        Path marker = Files.createTempFile(file.getParent(), ".", ".part");
        try {
            FileTime now = Files.getLastModifiedTime(marker);
            Files.setLastModifiedTime(file, now);
        } finally {
            Files.deleteIfExists(marker);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private Path path(String address) {
        if (!address.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not an address of a file: " + address);
        }
        return root.resolve(address.substring(0, 2)).resolve(address);
    }

    private static String address(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
