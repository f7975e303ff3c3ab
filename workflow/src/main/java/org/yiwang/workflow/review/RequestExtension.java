package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.ExtensionApprover;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.organisation.Directory;

/**
 * 申请延期: whoever has the work says why the legal limit cannot be kept and asks whom the item names to extend it (行政许可法
 * §42). Nothing moves until {@link ExtendLimit}.
 */
@ApplicationScoped
public class RequestExtension implements ActionUseCase<ActionUseCase.Reason> {

    /** Key of the work to approve an extension, which the engine does not know. */
    public static final String STEP = "extension";

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    @Override
    public CaseAction action() {
        return CaseAction.REQUEST_EXTENSION;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.REQUEST_EXTENSION);
        open.sees(asked.seenVersion());
        requireWork(open);
        Extension by = open.clocks().extensible(LimitKind.LEGAL, open.now());
        if (open.openRecord(RecordKind.EXTENSION).isPresent()) {
            throw Refusal.conflict("EXTENSION_ASKED", "本件已经申请延期，正在等待批准。");
        }
        Post approver = approver(open, by);
        ObjectNode said =
                new Words().required("reason", "延期理由", asked.fields().reason()).checked();
        said.put("limit", LimitKind.LEGAL.name()).put("by", by.span().text(Language.ZH));
        open.note(RecordKind.EXTENSION, "", "ASKED", null, true, said);
        open.touch();
        open.work().open(STEP, "延期审批", "", approver, open.dueOf(ClockKind.LEGAL));
        open.event(EventType.EXTENSION_REQUESTED, OpenCase.body().put("limit", LimitKind.LEGAL.name()));
        open.tell(
                approver.toString(),
                "work.extension",
                OpenCase.body()
                        .put("dueOn", open.dueOn(ClockKind.LEGAL).orElseThrow().toString()));
        return desk.close(open);
    }

    private static void requireWork(OpenCase open) {
        boolean hasWork = open.work().all().stream()
                .filter(work -> !work.suspended()
                        && !work.taskId().isEmpty()
                        && work.part().own())
                .anyMatch(work -> open.actor().holds(work.queue()));
        if (!hasWork) {
            throw Refusal.forbidden("只有正在办理本件的岗位可以申请延期。");
        }
    }

    /** Somebody else must be there to approve it: four eyes. */
    private Post approver(OpenCase open, Extension by) {
        Post post = ExtensionApprover.of(open.item(), by);
        boolean another = directory.officersOf(post).stream()
                .anyMatch(officer -> officer.id() != open.actor().id());
        if (!another) {
            throw Refusal.conflict("NO_APPROVER", "没有可以批准延期的人员（" + post + "），申请人自己不能批准，请联系系统管理员。");
        }
        return post;
    }
}
