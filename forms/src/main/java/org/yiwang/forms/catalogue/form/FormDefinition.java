package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.internal.AnswerChecker;
import org.yiwang.forms.catalogue.internal.AnswerDisplay;
import org.yiwang.forms.catalogue.internal.AnswerNormaliser;
import org.yiwang.forms.catalogue.internal.Bound;
import org.yiwang.forms.catalogue.internal.Comparison;
import org.yiwang.forms.catalogue.internal.FormReader;
import org.yiwang.forms.catalogue.internal.FormSchema;
import org.yiwang.forms.catalogue.internal.Signing;
import org.yiwang.forms.platform.Problem;

/**
 * 表单定义: the only source of a form, the same for every channel. {@link #normalise} first, then {@link #check}.
 * Immutable.
 */
public final class FormDefinition {

    private final List<Section> sections;
    private final List<Rule> rules;
    private final JsonNode source;
    private final boolean dated;

    private FormDefinition(List<Section> sections, List<Rule> rules, JsonNode source, boolean dated) {
        this.sections = List.copyOf(sections);
        this.rules = List.copyOf(rules);
        this.source = source;
        this.dated = dated;
    }

    /** Reads {@code form.json}; a {@link DefinitionException} names the place where it is wrong. */
    public static FormDefinition parse(JsonNode json) {
        return parse("form.json", json);
    }

    public static FormDefinition parse(String file, JsonNode json) {
        FormReader.Read read = FormReader.read(DefinitionNode.file(file, json));
        return new FormDefinition(read.sections(), read.rules(), json.deepCopy(), Comparison.datedIn(json));
    }

    /** The same form for a service whose own conditions count from the day the answers were given on. */
    public FormDefinition dated() {
        return new FormDefinition(sections, rules, source, true);
    }

    /** 题间规则. */
    public List<Rule> rules() {
        return rules;
    }

    public List<Section> sections() {
        return sections;
    }

    public Optional<Section> section(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /** The field of that key, wherever it stands; columns of rows are not fields of the form. */
    public Optional<Field> field(String key) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    /** These questions and all that come up, or go, because of what is answered to them. */
    public Set<String> withDependants(Set<String> keys) {
        Set<String> all = new HashSet<>(keys);
        boolean more = true;
        while (more) {
            more = sections.stream()
                    .flatMap(section -> section.fields().stream())
                    .filter(field -> field.dependsOn(all))
                    .map(field -> all.add(field.key()))
                    .reduce(false, Boolean::logicalOr);
        }
        return all;
    }

    /** {@code form.json} itself, for programs that render the form themselves. A copy. */
    public JsonNode json() {
        return source.deepCopy();
    }

    /**
     * The answers in their one form: blanks, unknown and hidden fields dropped, numbers as numbers, dates as
     * {@code yyyy-MM-dd}, full-width digits as digits. What cannot be read stays as it was typed, for check to name. The
     * day they were given on stays what it was.
     */
    public ObjectNode normalise(JsonNode raw) {
        LocalDate given =
                raw == null ? null : Bound.day(raw.path(Comparison.TODAY).asText());
        return AnswerNormaliser.normalise(sections, raw, dated ? given : null);
    }

    /** The same for answers given today. */
    public ObjectNode normalise(JsonNode raw, LocalDate today) {
        return AnswerNormaliser.normalise(sections, raw, dated ? today : null);
    }

    /** Whether somebody has just confirmed a signature. */
    public boolean beingSigned(ObjectNode answers) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .anyMatch(field -> field.type() == FieldType.SIGNATURE
                        && answers.path(field.key()).has("confirmed"));
    }

    /** Puts the signer under every signature that was just confirmed; others stay as they are. */
    public void sign(ObjectNode answers, Signer signer) {
        Signing.stamp(sections, answers, signer);
    }

    /** Everything that is wrong with normalised answers, in the order of the form. */
    public List<Problem> check(ObjectNode answers, LocalDate today, Language language) {
        return sections.stream()
                .flatMap(section -> checker(answers, today, language).section(section).stream())
                .toList();
    }

    /** The same for one section only. */
    public List<Problem> checkSection(String key, ObjectNode answers, LocalDate today, Language language) {
        return section(key)
                .map(section -> checker(answers, today, language).section(section))
                .orElseThrow(() -> new IllegalArgumentException("no section " + key));
    }

    private AnswerChecker checker(ObjectNode answers, LocalDate today, Language language) {
        return new AnswerChecker(this, answers, today, language);
    }

    /** The sections with the fields these answers call for; a section with none is left out. */
    public List<Section> visible(ObjectNode answers) {
        return sections.stream()
                .map(section -> new Section(
                        section.key(),
                        section.title(),
                        section.intro(),
                        section.fields().stream()
                                .filter(field -> field.shown(answers))
                                .toList()))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    /** The JSON Schema (draft 2020-12) of whole answers, for programs; it never refuses what this form accepts. */
    public JsonNode schema(String id, String title) {
        return new FormSchema(this).write(id, title);
    }

    /** The answers as people read them, personal numbers masked. */
    public List<DisplaySection> display(ObjectNode answers, Language language) {
        return display(answers, language, true);
    }

    public List<DisplaySection> display(ObjectNode answers, Language language, boolean masked) {
        return new AnswerDisplay(answers, language, masked).sections(visible(answers));
    }
}
