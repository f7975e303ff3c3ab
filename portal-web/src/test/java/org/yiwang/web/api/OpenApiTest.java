package org.yiwang.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description is written by hand, so it is held against the resources. */
class OpenApiTest {

    private final JsonNode document = read();

    @Test
    void describesEveryOperationAndNoOther() throws Exception {
        TreeSet<String> described = new TreeSet<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertEquals(String.join("\n", operations().keySet()), String.join("\n", described));
    }

    @Test
    void asksForAKeyExactlyWhereTheCallFilterDoes() throws Exception {
        operations().forEach((name, method) -> {
            boolean open = open(method);
            boolean needsKey = method.isAnnotationPresent(POST.class) && !open;
            JsonNode described = described(name);
            assertEquals(needsKey, described.toString().contains("parameters/IdempotencyKey"), name);
            assertEquals(open, described.path("security").isArray(), name + " needs a token or not");
        });
    }

    @Test
    void referencesOnlyWhatIsThere() {
        document.findValuesAsText("$ref").forEach(reference -> {
            assertTrue(reference.startsWith("#/"), reference);
            assertNotNull(
                    document.at(reference.substring(1)).isMissingNode() ? null : document, reference + " is missing");
        });
    }

    private JsonNode described(String operation) {
        String[] parts = operation.split(" ", 2);
        return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }

    private static boolean open(Method method) {
        return method.isAnnotationPresent(OpenToAll.class)
                || method.getDeclaringClass().isAnnotationPresent(OpenToAll.class);
    }

    /** All operations by method and path, found in the compiled classes of the war. */
    private static Map<String, Method> operations() throws IOException, ClassNotFoundException {
        Map<String, Method> operations = new TreeMap<>();
        java.nio.file.Path root = java.nio.file.Path.of("target/classes");
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            for (java.nio.file.Path file :
                    files.filter(f -> f.toString().endsWith("Resource.class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = Class.forName(name, false, OpenApiTest.class.getClassLoader());
                if (type.isAnnotationPresent(Path.class)) {
                    Stream.of(type.getDeclaredMethods()).forEach(method -> add(operations, type, method));
                }
            }
        }
        return operations;
    }

    private static void add(Map<String, Method> operations, Class<?> type, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                Path path = method.getAnnotation(Path.class);
                String full = type.getAnnotation(Path.class).value() + (path == null ? "" : path.value());
                operations.put(http.value() + " " + full, method);
            }
        }
        assertTrue(!method.isAnnotationPresent(GET.class) || !method.isAnnotationPresent(POST.class));
    }

    private static JsonNode read() {
        try (InputStream file = OpenApiTest.class.getResourceAsStream(OpenApiResource.FILE)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
