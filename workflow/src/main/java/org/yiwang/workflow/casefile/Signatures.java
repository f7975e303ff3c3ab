package org.yiwang.workflow.casefile;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.SignRule;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;

/** 签署规则: who has to wait for whom within one step, and what was signed there since it was opened. */
public final class Signatures {

    private Signatures() {}

    /** What has to be there before this work can be done: signers who come first, opinions asked for, or the owner's word. */
    public static Optional<WorkItem> waitsFor(OpenCase open, WorkItem work) {
        List<WorkItem> besides = open.work().besides(work);
        if (work.part() == WorkPart.AFTER) {
            return besides.stream().filter(other -> other.part().own()).findFirst();
        }
        if (!work.part().own()) {
            return Optional.empty();
        }
        return besides.stream()
                .filter(other -> other.part().comesFirst())
                .filter(other ->
                        work.part() == WorkPart.MAIN || work.assignee() != null && other.givenBy(work.assignee()))
                .findFirst();
    }

    /** 本轮意见: what counts towards the answer of the step and was given since it was opened. */
    public static List<CaseRecord> round(OpenCase open, WorkItem work) {
        return open.records(RecordKind.OPINION).stream()
                .filter(opinion -> opinion.stepKey().equals(work.stepKey()))
                .filter(opinion -> opinion.openedAt().isAfter(work.since()))
                .filter(opinion -> !opinion.outcome().equals("RETURN"))
                .toList();
    }

    /** Nobody signs the same step twice, whether for himself or for another. */
    public static boolean signed(OpenCase open, WorkItem work, long officer) {
        return work.part().counts() && round(open, work).stream().anyMatch(opinion -> opinion.by(officer));
    }

    /** 或签. */
    public static boolean firstSettles(OpenCase open, WorkItem work) {
        return work.part() == WorkPart.SIGN
                && open.step(work)
                        .sign()
                        .filter(rule -> rule.mode() == SignRule.Mode.ANY)
                        .isPresent();
    }

    /** Refuses (409) work that is only delegated, waits for another, or was signed by this officer already. */
    public static void requireReady(OpenCase open, WorkItem work) {
        requireOwn(work);
        if (signed(open, work, open.actor().id()) || signed(open, work, open.principal())) {
            throw Refusal.conflict("SIGNED_ALREADY", "您已经在“" + work.stepName() + "”环节签署过意见，其余签署须由其他人员完成。");
        }
        waitsFor(open, work).ifPresent(other -> {
            throw Refusal.conflict(
                    "WAITS_FOR_OTHER",
                    other.part().own()
                            ? "请等“" + work.stepName() + "”环节的承办人员先出具意见，再由您签署。"
                            : "“" + work.stepName() + "”环节还有前加签或者必须先有的征求意见没有答复；请等答复，或者先收回。");
        });
    }

    /** Refuses (409) what was delegated: its owner answers for it. */
    public static void requireOwn(WorkItem work) {
        if (work.delegated()) {
            throw Refusal.conflict("DELEGATED", "这项工作已经委派：受托人员办好后交回，由委派人员作出意见；委派人员也可以收回。");
        }
    }

    /** Refuses (409) what only the one who answers for the step may do. */
    public static void requireOwner(WorkItem work) {
        if (!work.part().own()) {
            throw Refusal.conflict("NOT_THE_OWNER", "这项待办是加签或者征求意见，请出具意见；其他动作由“" + work.stepName() + "”环节的承办人员办理。");
        }
        requireOwn(work);
    }
}
