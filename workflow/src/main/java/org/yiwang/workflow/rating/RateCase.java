package org.yiwang.workflow.rating;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;

/** 好差评: five grades, once per case, by the applicant's side only (GB/T 39735-2020: 自愿、一事一评). */
@ApplicationScoped
public class RateCase implements ActionUseCase<RateCase.Grade> {

    @Inject
    CaseDesk desk;

    @Inject
    TakeGrade take;

    /**
     * 评价.
     *
     * @param level 5 very satisfied … 1 very dissatisfied; 2 and 1 need a reason
     * @param tags codes of the standard that belong to the grade; may be missing
     */
    public record Grade(int level, List<String> tags, String text) {}

    @Override
    public CaseAction action() {
        return CaseAction.RATE;
    }

    @Override
    public Class<Grade> fields() {
        return Grade.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Grade> asked) {
        return rate(actor, no, asked.fields());
    }

    @Transactional
    public CaseView rate(Actor actor, CaseNo no, Grade grade) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RATE);
        return rate(open, grade, actor.channel(), actor.key());
    }

    /** The same for whoever holds the case's link; he is not known, and what he is known by is only a hash. */
    CaseView rate(OpenCase open, Grade grade, Channel channel, String by) {
        ObjectNode said = take.check(grade);
        take.of(open.file(), grade, said, channel, by, open.now());
        open.event(EventType.CASE_RATED, OpenCase.body().put("level", grade.level()));
        return desk.close(open);
    }
}
