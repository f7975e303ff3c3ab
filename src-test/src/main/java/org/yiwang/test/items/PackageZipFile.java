package org.yiwang.test.items;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** 待发送的事项包: a zip as it lies there, or made of a folder, leaving out what is hidden. */
final class PackageZipFile {

    private PackageZipFile() {}

    static byte[] of(String folderOrZip) {
        Path place = Path.of(folderOrZip);
        try {
            return Files.isDirectory(place) ? packed(place) : Files.readAllBytes(place);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("读不了 (cannot read) " + place, unreadable);
        }
    }

    private static byte[] packed(Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(Files.readAllBytes(file));
                }
            }
        }
        return out.toByteArray();
    }
}
