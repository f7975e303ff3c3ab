package org.yiwang.workflow.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;

/**
 * 评价标准: the five grades with their tags, the indicators they belong to and the limits of handling a bad grade (GB/T
 * 39734-2020, GB/T 39735-2020; the limits are the city's). A file per version: a grade keeps the version it was given
 * under, and nobody adds a tag of his own.
 */
public final class RatingStandard {

    /** Grades from here down are bad and open a ticket. */
    public static final int WORST_GOOD = 3;

    private static final RatingStandard CURRENT = read(1);

    /** 标签: what was good or bad, as one word to tick. */
    public record Tag(String code, String indicator, String zh, String en) {}

    /** 等级. */
    public record Grade(int level, String zh, String en, List<Tag> tags) {

        public boolean bad() {
            return level < WORST_GOOD;
        }
    }

    private final int version;
    private final List<Grade> grades;
    private final JsonNode file;

    private RatingStandard(JsonNode file) {
        this.file = file;
        this.version = file.path("version").asInt();
        Map<String, Tag> tags = new LinkedHashMap<>();
        file.path("tags")
                .fields()
                .forEachRemaining(tag -> tags.put(
                        tag.getKey(),
                        new Tag(
                                tag.getKey(),
                                tag.getValue().path("indicator").asText(),
                                tag.getValue().path("zh-CN").asText(),
                                tag.getValue().path("en").asText())));
        List<Grade> all = new ArrayList<>();
        file.path("grades").forEach(grade -> all.add(grade(grade, tags)));
        this.grades = List.copyOf(all);
    }

    private static Grade grade(JsonNode grade, Map<String, Tag> tags) {
        List<Tag> own = new ArrayList<>();
        grade.path("tags").forEach(code -> own.add(tags.get(code.asText())));
        return new Grade(
                grade.path("level").asInt(),
                grade.at("/name/zh-CN").asText(),
                grade.at("/name/en").asText(),
                List.copyOf(own));
    }

    /** The version in force. */
    public static RatingStandard current() {
        return CURRENT;
    }

    private static RatingStandard read(int version) {
        String name = "/rating/standard-" + version + ".json";
        try (InputStream in = RatingStandard.class.getResourceAsStream(name)) {
            return new RatingStandard(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not read", e);
        }
    }

    public int version() {
        return version;
    }

    /** From very satisfied down. */
    public List<Grade> grades() {
        return grades;
    }

    public Optional<Grade> grade(int level) {
        return grades.stream().filter(g -> g.level() == level).findFirst();
    }

    /** What a code means; the code itself when it is of another version. */
    public String tagText(String code) {
        return file.path("tags").path(code).path("zh-CN").asText(code);
    }

    /** A limit of handling a bad grade: verify, simple, complex, review, revisit, reRate; in workdays. */
    public Span limit(String name) {
        int days = file.path("limits").path(name).asInt();
        if (days < 1) {
            throw new IllegalArgumentException("no limit " + name);
        }
        return new Span(days, LimitUnit.WORKDAY);
    }

    /** The grade that is assumed where nobody rated; it counts as nobody's voice. */
    public int defaultLevel() {
        return file.path("defaultLevel").asInt();
    }

    /** Natural days after the end of a case until then. */
    public int defaultAfterDays() {
        return file.path("defaultAfterDays").asInt();
    }

    /** Natural days after the end of a case, or the visit, during which its link is good. */
    public int linkValidDays() {
        return file.path("linkValidDays").asInt();
    }
}
