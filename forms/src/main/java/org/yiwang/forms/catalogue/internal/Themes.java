package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 主题词表: the themes items may name, in the order they are shown. */
public final class Themes {

    private static final String FILE = "/catalogue/themes.json";

    private static final Map<String, LocalText> ALL = read();

    private Themes() {}

    public static Map<String, LocalText> all() {
        return ALL;
    }

    public static LocalText name(String key) {
        return ALL.getOrDefault(key, LocalText.of(key));
    }

    private static Map<String, LocalText> read() {
        try (InputStream in = Themes.class.getResourceAsStream(FILE)) {
            Map<String, LocalText> themes = new LinkedHashMap<>();
            DefinitionNode.file(FILE, new ObjectMapper().readTree(in))
                    .list("themes")
                    .forEach(node -> themes.put(node.text("key"), node.label("name")));
            return Collections.unmodifiableMap(themes);
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }
}
