package org.yiwang.forms.catalogue.internal.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 随附俗称表: what people say instead of the names, as the build brings it. */
public final class ShippedWords {

    private static final String FILE = "/catalogue/synonyms.json";

    private static final Map<String, List<String>> ALL = read();

    private ShippedWords() {}

    /** Words with the codes of the items they mean, the likeliest first; items that are not published yet included. */
    public static Map<String, List<String>> all() {
        return ALL;
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = ShippedWords.class.getResourceAsStream(FILE)) {
            Map<String, List<String>> words = new LinkedHashMap<>();
            DefinitionNode.file(FILE, new ObjectMapper().readTree(in))
                    .list("words")
                    .forEach(node -> words.put(node.text("word"), node.list("items", DefinitionNode::text)));
            return Collections.unmodifiableMap(words);
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }
}
