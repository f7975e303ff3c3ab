package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Section;

/** 结果照面内容: the applicant's answers as they are printed on the result, by field; what was not asked is empty. */
public final class ResultAnswers {

    private static final Pattern CELL = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private ResultAnswers() {}

    public static ObjectNode of(FormDefinition form, ObjectNode answers) {
        ObjectNode printed = JsonNodeFactory.instance.objectNode();
        for (Section section : form.sections()) {
            for (Field field : section.fields()) {
                printed.put(field.key(), "");
            }
        }
        for (DisplaySection section : form.display(answers, Language.ZH)) {
            for (DisplaySection.Row row : section.rows()) {
                if (printed.has(row.path())) {
                    printed.put(row.path(), row.value());
                } else {
                    cell(printed, row);
                }
            }
        }
        return printed;
    }

    /** An answer in a repeating row, {@code segments[0].from}: the rows become a list. */
    private static void cell(ObjectNode printed, DisplaySection.Row row) {
        Matcher cell = CELL.matcher(row.path());
        if (!cell.matches() || !printed.has(cell.group(1))) {
            return;
        }
        ArrayNode list = printed.get(cell.group(1)) instanceof ArrayNode rows ? rows : printed.putArray(cell.group(1));
        int index = Integer.parseInt(cell.group(2));
        while (list.size() <= index) {
            list.addObject();
        }
        ((ObjectNode) list.get(index)).put(cell.group(3), row.value());
    }
}
