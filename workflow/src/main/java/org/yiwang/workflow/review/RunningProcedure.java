package org.yiwang.workflow.review;

import java.util.List;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 进行中的特别程序: which of several somebody means. */
final class RunningProcedure {

    private RunningProcedure() {}

    /** The one of that type; without a type the only one. */
    static CaseRecord of(OpenCase open, SpecialProcedureType type) {
        List<CaseRecord> all = open.records(RecordKind.SPECIAL_PROCEDURE).stream()
                .filter(CaseRecord::open)
                .filter(r -> type == null || r.stepKey().equals(type.name()))
                .toList();
        if (all.isEmpty()) {
            throw Refusal.conflict("NOT_RUNNING", type == null ? "目前没有进行中的特别程序。" : "这种特别程序目前没有进行。");
        }
        if (all.size() > 1) {
            throw Refusal.invalid("type", "REQUIRED", "有几项特别程序同时进行，请选择是哪一项。");
        }
        return all.get(0);
    }

    /** Refuses whoever has no work in this case. */
    static void requireWork(OpenCase open) {
        if (open.work().all().stream().noneMatch(work -> open.actor().holds(work.queue()))) {
            throw Refusal.forbidden("只有正在办理本件的岗位可以办理特别程序。");
        }
    }
}
