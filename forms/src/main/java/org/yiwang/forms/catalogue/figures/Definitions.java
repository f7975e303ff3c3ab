package org.yiwang.forms.catalogue.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 指标口径表: what each figure counts and how much of it is aimed at. */
public final class Definitions {

    private static final String FILE = "/catalogue/figures.json";

    private static final Map<FigureKey, FigureDefinition> ALL = read();

    private Definitions() {}

    public static FigureDefinition of(FigureKey key) {
        return ALL.get(key);
    }

    private static Map<FigureKey, FigureDefinition> read() {
        try (InputStream in = Definitions.class.getResourceAsStream(FILE)) {
            DefinitionNode root = DefinitionNode.file(FILE, new ObjectMapper().readTree(in));
            Map<FigureKey, FigureDefinition> all = new EnumMap<>(FigureKey.class);
            for (DefinitionNode node : root.list("figures")) {
                node.only("key", "name", "definition", "target");
                FigureKey key = node.constant("key", FigureKey.class);
                all.put(
                        key,
                        new FigureDefinition(
                                key,
                                node.label("name"),
                                node.label("definition"),
                                root.text("version"),
                                node.optional("target", DefinitionNode::number)));
            }
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }
}
