package org.yiwang.forms.catalogue.course;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.identity.Post;

/**
 * 两段办理: an item that is decided twice. The first decision issues a result of its own, such as a permission to move in;
 * the second stage begins with an event and has its own limits, its own decision and the final result.
 *
 * @param step key of the step that decides the first stage; the other deciding step decides the second
 * @param name what the first stage issues
 * @param template of that document
 * @param begins the event with which the second stage begins
 * @param by the post of the other department that says so, for {@link Event#DEPARTMENT}
 * @param bring what has to be brought along, such as a certificate of another authority; empty where nothing is
 * @param within how long the first result waits for that; then it lapses
 * @param basis the ground of the stages and of the lapse
 * @param limits LEGAL and PROMISE of the second stage, from STAGE_BEGUN
 */
public record StageRule(
        String step,
        LocalText name,
        String template,
        Event begins,
        Optional<Post> by,
        Optional<LocalText> bring,
        Span within,
        String basis,
        List<TimeLimit> limits) {

    /** 起算事件: what begins the second stage. */
    public enum Event {
        /** 申请人到场: the applicant comes to the window, with what he has to bring. */
        APPEARANCE,
        /** 其他部门: another department has done its part and says so. */
        DEPARTMENT
    }

    public StageRule {
        limits = List.copyOf(limits);
    }
}
