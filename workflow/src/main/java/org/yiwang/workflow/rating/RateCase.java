package org.yiwang.workflow.rating;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.rating.internal.Ratings;

/** 好差评: five grades, once per case, by the applicant's side only (GB/T 39735-2020: 自愿、一事一评). */
@ApplicationScoped
public class RateCase implements ActionUseCase<RateCase.Grade> {

    @Inject
    CaseDesk desk;

    @Inject
    Ratings ratings;

    /** 评价: level 5 very satisfied … 1 very dissatisfied. */
    public record Grade(int level, String text) {}

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
        return rate(actor, no, asked.fields().level(), asked.fields().text());
    }

    /**
     * Rates a case.
     *
     * @param level 5 very satisfied … 1 very dissatisfied; 2 and 1 need a reason
     */
    @Transactional
    public CaseView rate(Actor actor, CaseNo no, int level, String text) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RATE);
        Words words = new Words();
        if (level < 1 || level > 5) {
            words.problem("level", "OUT_OF_RANGE", "请从“非常满意”到“非常不满意”五个等级中选择一个。");
        }
        if (level >= 1 && level <= 2) {
            words.required("text", "不满意的原因", text);
        } else {
            words.optional("text", "评价内容", text);
        }
        ObjectNode said = words.checked();
        if (!ratings.add(open.file(), level, actor.channel(), said, open.now())) {
            throw Refusal.conflict("RATED", "这个办件已经评价过了，每个办件只能评价一次。");
        }
        open.event(EventType.CASE_RATED, OpenCase.body().put("level", level));
        return desk.close(open);
    }
}
