package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yiwang.test.YiwangServer;

/** 测试事项包: the folder of a package that only tests publish, edited as its authors would, and zipped. */
public final class PackageFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files = new TreeMap<>();

    public static PackageFolder read(String code) {
        return of("src-test/src/test/resources/packages/" + code);
    }

    /** One of those the platform ships. */
    public static PackageFolder shipped(String code) {
        return of("forms/src/main/resources/packages/" + code);
    }

    private static PackageFolder of(String place) {
        PackageFolder folder = new PackageFolder();
        Path root = YiwangServer.root().resolve(place);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                folder.files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    public PackageFolder copy() {
        PackageFolder copy = new PackageFolder();
        copy.files.putAll(files);
        return copy;
    }

    public PackageFolder put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public PackageFolder without(String path) {
        files.remove(path);
        return this;
    }

    public PackageFolder edit(String path, UnaryOperator<String> change) {
        return put(path, change.apply(new String(files.get(path), StandardCharsets.UTF_8)));
    }

    public PackageFolder json(String path, Consumer<ObjectNode> change) {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(files.get(path));
            change.accept(root);
            files.put(path, JSON.writeValueAsBytes(root));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The element of a list whose field has this value. */
    public static ObjectNode in(JsonNode root, String list, String field, String value) {
        for (JsonNode element : root.path(list)) {
            if (element.path(field).asText().equals(value)) {
                return (ObjectNode) element;
            }
        }
        throw new AssertionError(list + " has no " + value);
    }

    public byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
