package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.form.FormDefinition;

/** 事项包读取: the files of a package, made into what they say, and into the compiled form a version is kept in. */
public final class PackageReader {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PackageReader() {}

    /** Reads a package whose files already hold the shared parts; a {@link DefinitionException} says all that is wrong. */
    public static ServicePackage read(String origin, SortedMap<String, byte[]> files) {
        try {
            return readOrFail(origin, files);
        } catch (DefinitionException first) {
            unreadable(files).stream()
                    .filter(other -> !other.getMessage().equals(first.getMessage()))
                    .forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Every file is looked at for itself, so that one mistake does not hide those in the others. */
    private static List<DefinitionException> unreadable(SortedMap<String, byte[]> files) {
        List<DefinitionException> found = new ArrayList<>();
        SortedSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(List.of("item.json", "form.json"));
        for (String path : paths) {
            try {
                look(files, path);
            } catch (DefinitionException wrong) {
                wrong.all().forEach(one -> found.add(new DefinitionException(one.file(), one.path(), one.reason())));
            }
        }
        return found;
    }

    private static void look(SortedMap<String, byte[]> files, String path) {
        if (path.equals("form.json")) {
            FormDefinition.parse(json(files, path));
        } else if (path.equals("item.json")) {
            ItemReader.read(ItemReader.Identity.NONE, json(files, path), null, Map.of());
        } else if (path.endsWith(".json")) {
            json(files, path);
        }
    }

    private static ServicePackage readOrFail(String origin, SortedMap<String, byte[]> files) {
        JsonNode item = json(files, "item.json");
        FormDefinition form = FormDefinition.parse(json(files, "form.json"));
        ItemVersion version = ItemReader.read(ItemReader.Identity.NONE, item, form, templates(files));
        return new ServicePackage(version.code(), origin, files, version);
    }

    /** How the package names its process model; empty text for none. Read before the shared parts are put in. */
    static String processName(SortedMap<String, byte[]> files) {
        return json(files, "item.json").path("process").asText("");
    }

    /** A file as JSON; a {@link DefinitionException} says where it is none. */
    public static JsonNode json(Map<String, byte[]> files, String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new DefinitionException(path, "", "缺少");
        }
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException wrong) {
            throw new DefinitionException(path, place(wrong), wrong.getOriginalMessage());
        } catch (IOException wrong) {
            throw new DefinitionException(path, "", wrong.getMessage());
        }
    }

    private static String place(JsonProcessingException wrong) {
        return wrong.getLocation() == null
                ? ""
                : "line " + wrong.getLocation().getLineNr() + ", column "
                        + wrong.getLocation().getColumnNr();
    }

    private static Map<String, String> templates(Map<String, byte[]> files) {
        Map<String, String> templates = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.matches("(documents|templates)/[^/]+\\.json")) {
                json(files, path);
                templates.put(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return templates;
    }

    /** item.json, form.json and all templates as one JSON document. */
    static String compile(ServicePackage servicePackage) {
        ObjectNode compiled = JSON.createObjectNode();
        compiled.put("format", 1);
        compiled.set("item", json(servicePackage.files(), "item.json"));
        compiled.set("form", json(servicePackage.files(), "form.json"));
        ObjectNode templates = compiled.putObject("templates");
        servicePackage.item().templates().forEach(templates::put);
        return compiled.toString();
    }

    /** The item.json of a version's compiled form. */
    static JsonNode itemOf(String compiled) {
        try {
            return JSON.readTree(compiled).path("item");
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a version does not hold JSON", broken);
        }
    }

    /** A version from its compiled form. */
    static ItemVersion version(ItemReader.Identity identity, String compiled) {
        try {
            JsonNode root = JSON.readTree(compiled);
            Map<String, String> templates = new TreeMap<>();
            root.path("templates")
                    .properties()
                    .forEach(entry ->
                            templates.put(entry.getKey(), entry.getValue().asText()));
            return ItemReader.read(identity, root.path("item"), FormDefinition.parse(root.path("form")), templates);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("item_version " + identity.id() + " does not hold JSON", broken);
        }
    }
}
