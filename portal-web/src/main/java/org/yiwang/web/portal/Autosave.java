package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.PageMode;

/** 自动保存: what the script is told after it has saved a page on its own. */
final class Autosave {

    /** Stands where a button's verb stands otherwise. */
    static final String VERB = "autosave";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Autosave() {}

    /** When it was saved, the version to go on from, and what was worked out from the answers. */
    static Reply saved(DraftView draft, ObjectNode typed, List<FieldView> fields, PageMode mode) {
        ObjectNode said = JSON.objectNode();
        said.put("version", draft.version());
        said.put(
                "at",
                DateTimeFormatter.ofPattern("HH:mm").format(draft.savedAt().atZone(Dates.CITY)));
        ObjectNode computed = said.putObject("computed");
        for (FieldView field : fields) {
            // Rows still empty are not saved: then the rows of the page are others than those here.
            boolean sameRows = typed.path(field.name()).size() == field.answer().size();
            if (field.field().type() == FieldType.ROWS && !sameRows) {
                continue;
            }
            collect(field, computed);
        }
        return reply(said);
    }

    private static void collect(FieldView field, ObjectNode computed) {
        if (field.field().type() == FieldType.COMPUTED) {
            computed.put(field.id(), field.value());
        }
        field.rows().forEach(row -> row.forEach(column -> collect(column, computed)));
    }

    /** Not saved, and not worth a word: the page keeps what was typed, and its button says what is the matter. */
    static Reply refused(Refusal refusal) {
        return reply(JSON.objectNode().put("refused", refusal.code()));
    }

    private static Reply reply(ObjectNode said) {
        return new Reply.File(
                "saved.json", "application/json", said.toString().getBytes(StandardCharsets.UTF_8), false);
    }
}
