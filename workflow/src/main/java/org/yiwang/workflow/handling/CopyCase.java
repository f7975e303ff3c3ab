package org.yiwang.workflow.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.handling.internal.Copies;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 抄送: lets colleagues know of a case, and learns whether they have read it; nothing waits for them. */
@ApplicationScoped
public class CopyCase implements ActionUseCase<CopyCase.Copy> {

    @Inject
    CaseDesk desk;

    private static final int MOST = 20;

    @Inject
    Copies copies;

    @Inject
    Directory directory;

    /** 抄送内容. */
    public record Copy(List<String> toStaffNos, String note) {}

    @Override
    public CaseAction action() {
        return CaseAction.COPY;
    }

    @Override
    public Class<Copy> fields() {
        return Copy.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Copy> asked) {
        return copy(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView copy(Actor actor, CaseNo no, long seenVersion, Copy copy) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.COPY);
        open.sees(seenVersion);
        List<Officer> readers = readers(copy);
        ObjectNode said = Drawing.text(new Words().optional("note", "说明", copy.note()), "note");
        if (!said.isEmpty()) {
            open.note(RecordKind.DRAWN_IN, "", "COPY", null, false, said);
        }
        ObjectNode body = OpenCase.body();
        var to = body.putArray("to");
        readers.forEach(reader -> {
            to.add(reader.staffNo());
            open.tell("officer:" + reader.id(), "case.copied", OpenCase.body());
        });
        open.event(EventType.CASE_COPIED, body);
        copies.send(open, readers.stream().map(Officer::id).toList());
        return desk.close(open);
    }

    private List<Officer> readers(Copy copy) {
        if (copy.toStaffNos() == null || copy.toStaffNos().isEmpty()) {
            throw Refusal.invalid("toStaffNos", "REQUIRED", "请选择抄送给谁。");
        }
        if (copy.toStaffNos().size() > MOST) {
            throw Refusal.invalid("toStaffNos", "TOO_MANY", "一次最多抄送 " + MOST + " 人，请分次抄送。");
        }
        return copy.toStaffNos().stream().distinct().map(this::reader).toList();
    }

    private Officer reader(String staffNo) {
        return directory
                .byStaffNo(staffNo == null ? "" : staffNo.strip())
                .orElseThrow(
                        () -> Refusal.invalid("toStaffNos", "NO_SUCH_OFFICER", "没有工号为“" + staffNo + "”的在岗人员，请核对。"));
    }
}
