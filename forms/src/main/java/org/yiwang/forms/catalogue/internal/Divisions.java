package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.DefinitionNode;
import org.yiwang.forms.catalogue.form.Field;

/** 行政区划: the divisions of the city an address may lie in, unless a field lists its own. */
final class Divisions {

    private static final String FILE = "/catalogue/divisions.json";

    private static final List<Field.Option> OF_THE_CITY = read();

    private Divisions() {}

    static List<Field.Option> ofTheCity() {
        return OF_THE_CITY;
    }

    private static List<Field.Option> read() {
        try (InputStream in = Divisions.class.getResourceAsStream(FILE)) {
            DefinitionNode root = DefinitionNode.file(FILE, new ObjectMapper().readTree(in));
            return root.list(
                    "divisions", node -> new Field.Option(node.text("code"), node.label("name"), Optional.empty()));
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }
}
