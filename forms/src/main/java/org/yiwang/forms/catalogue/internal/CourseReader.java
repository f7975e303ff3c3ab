package org.yiwang.forms.catalogue.internal;

import java.util.List;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.course.BatchRule;
import org.yiwang.forms.catalogue.course.CoolingOffRule;
import org.yiwang.forms.catalogue.course.Course;
import org.yiwang.forms.catalogue.course.HearingRule;
import org.yiwang.forms.catalogue.course.Points;
import org.yiwang.forms.catalogue.course.PublicityRule;
import org.yiwang.forms.catalogue.course.StageRule;
import org.yiwang.forms.catalogue.course.UrgencyRule;
import org.yiwang.forms.catalogue.course.WaitingRule;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionNode;
import org.yiwang.forms.identity.Post;

/** 特别环节读取: the part {@code course} of item.json. */
final class CourseReader {

    private CourseReader() {}

    static Course read(DefinitionNode node) {
        node.only("publicity", "waitingList", "coolingOff", "batch", "urgency", "hearing", "stages");
        return new Course(
                node.optional("publicity", CourseReader::publicity),
                node.optional("waitingList", CourseReader::waiting),
                node.optional("coolingOff", CourseReader::coolingOff),
                node.optional("batch", CourseReader::batch),
                node.optional("urgency", CourseReader::urgency),
                node.optional("hearing", CourseReader::hearing),
                node.optional("stages", CourseReader::stages));
    }

    private static StageRule stages(DefinitionNode node) {
        node.only("first", "begin", "second");
        DefinitionNode first = node.must("first");
        first.only("step", "name", "template");
        DefinitionNode begin = node.must("begin");
        begin.only("event", "post", "bring", "within", "basis");
        DefinitionNode second = node.must("second");
        second.only("limits");
        return new StageRule(
                first.text("step"),
                first.label("name"),
                first.text("template"),
                begin.constant("event", StageRule.Event.class),
                begin.optional("post", CourseReader::post),
                begin.optional("bring", DefinitionNode::label),
                span(begin.must("within")),
                begin.text("basis"),
                second.list("limits", ItemReader::limit));
    }

    private static PublicityRule publicity(DefinitionNode node) {
        node.only("counted", "basis", "shows");
        return new PublicityRule(
                node.flag("counted", true), node.text("basis"), node.list("shows", DefinitionNode::text));
    }

    private static WaitingRule waiting(DefinitionNode node) {
        node.only("list", "name", "points", "answer", "refusals", "basis");
        return new WaitingRule(
                node.text("list"),
                node.label("name"),
                points(node),
                span(node.must("answer")),
                node.number("refusals"),
                node.text("basis"));
    }

    private static CoolingOffRule coolingOff(DefinitionNode node) {
        node.only("period", "appear", "otherName", "otherNumber", "basis");
        return new CoolingOffRule(
                span(node.must("period")),
                span(node.must("appear")),
                node.text("otherName"),
                node.text("otherNumber"),
                node.text("basis"));
    }

    private static BatchRule batch(DefinitionNode node) {
        node.only("method", "points", "basis");
        return new BatchRule(node.constant("method", BatchRule.Method.class), points(node), node.text("basis"));
    }

    private static UrgencyRule urgency(DefinitionNode node) {
        node.only("post", "grounds", "within", "later", "materials", "basis");
        return new UrgencyRule(
                post(node.must("post")),
                node.list("grounds", ground -> {
                    ground.only("key", "name");
                    return new UrgencyRule.Ground(ground.text("key"), ground.label("name"));
                }),
                span(node.must("within")),
                span(node.must("later")),
                node.list("materials", DefinitionNode::text),
                node.text("basis"));
    }

    private static HearingRule hearing(DefinitionNode node) {
        node.only("reason", "basis");
        return new HearingRule(node.text("reason"), node.text("basis"));
    }

    private static Post post(DefinitionNode node) {
        try {
            return Post.parse(node.text());
        } catch (IllegalArgumentException wrong) {
            throw node.error(wrong.getMessage());
        }
    }

    private static List<Points> points(DefinitionNode node) {
        return node.list("points", one -> {
            one.only("name", "when", "points");
            return new Points(one.label("name"), Condition.parse(one.must("when")), one.number("points"));
        });
    }

    private static Span span(DefinitionNode node) {
        node.only("value", "unit");
        return new Span(node.number("value"), node.constant("unit", LimitUnit.class));
    }
}
