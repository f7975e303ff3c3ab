package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/** 特别程序结束: its result is on the file, the legal clock runs on with what was left. */
@ApplicationScoped
public class EndSpecialProcedure implements ActionUseCase<EndSpecialProcedure.End> {

    @Inject
    CaseDesk desk;

    /**
     * 结果.
     *
     * @param type which one ends; may be left out while only one runs
     */
    public record End(String result, SpecialProcedureType type) {}

    @Override
    public CaseAction action() {
        return CaseAction.END_SPECIAL_PROCEDURE;
    }

    @Override
    public Class<End> fields() {
        return End.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<End> asked) {
        return end(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView end(Actor actor, CaseNo no, long seenVersion, End end) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.END_SPECIAL_PROCEDURE);
        open.sees(seenVersion);
        CaseRecord running = RunningProcedure.of(open, end.type());
        RunningProcedure.requireWork(open);
        ObjectNode words = (ObjectNode) open.words(running);
        words.setAll(new Words().required("result", "特别程序的结果", end.result()).checked());
        open.clocks().endSpecial(running.id().toString(), open.now());
        open.closeRecord(running, "ENDED", words);
        boolean last = open.openRecord(RecordKind.SPECIAL_PROCEDURE).isEmpty();
        open.move(CaseAction.END_SPECIAL_PROCEDURE, last ? CaseStatus.IN_REVIEW : CaseStatus.SPECIAL_PROCEDURE);
        if (last) {
            open.work().resume();
        }
        open.event(EventType.SPECIAL_PROCEDURE_ENDED, OpenCase.body());
        open.tellApplicant("case.specialProcedureEnded", OpenCase.body());
        return desk.close(open);
    }
}
