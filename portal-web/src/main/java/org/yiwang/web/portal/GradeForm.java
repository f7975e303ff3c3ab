package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.rating.RateCase;
import org.yiwang.workflow.rating.RatingStandard;

/**
 * 评价表单: grade, tags and words, the same on the case page, behind a link and at the kiosk. Without JavaScript all tags
 * are there, in groups; those of another grade than the chosen one are left out when it is sent.
 */
@Named("gradeForm")
@RequestScoped
public class GradeForm {

    /** 一组标签: shown beside the grades it belongs to. */
    public record Group(String key, List<RatingStandard.Tag> tags) {}

    @Inject
    Page page;

    private String level = "";
    private String text = "";
    private List<String> tags = List.of();

    public void read(Visit visit) {
        level = visit.param("level");
        text = visit.param("text");
        tags = visit.params("tag");
    }

    /** What was given, for the use case to judge. */
    public RateCase.Grade grade() {
        int chosen = level.matches("[1-5]") ? Integer.parseInt(level) : 0;
        List<String> own = RatingStandard.current()
                .grade(chosen)
                .map(grade ->
                        grade.tags().stream().map(RatingStandard.Tag::code).toList())
                .orElse(List.of());
        return new RateCase.Grade(chosen, tags.stream().filter(own::contains).toList(), text);
    }

    public List<RatingStandard.Grade> getGrades() {
        return RatingStandard.current().grades();
    }

    public String name(RatingStandard.Grade grade) {
        return page.isEnglish() ? grade.en() : grade.zh();
    }

    public String name(RatingStandard.Tag tag) {
        return page.isEnglish() ? tag.en() : tag.zh();
    }

    public List<Group> getGroups() {
        RatingStandard standard = RatingStandard.current();
        return List.of(
                new Group("good", standard.grade(5).orElseThrow().tags()),
                new Group("fair", standard.grade(3).orElseThrow().tags()),
                new Group("bad", standard.grade(1).orElseThrow().tags()));
    }

    public String checkedLevel(int value) {
        return level.equals(Integer.toString(value)) ? "checked" : null;
    }

    public String checkedTag(String code) {
        return tags.contains(code) ? "checked" : null;
    }

    public String getText() {
        return text;
    }
}
