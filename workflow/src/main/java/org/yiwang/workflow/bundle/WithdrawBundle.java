package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.withdrawal.WithdrawCase;

/**
 * 整体撤回: takes back every service that is not decided yet and all that have not begun; what was decided stays decided.
 * One service alone is withdrawn like any other case.
 */
@ApplicationScoped
public class WithdrawBundle {

    @Inject
    Bundles store;

    @Inject
    BundledCases cases;

    @Inject
    ReadCase readCase;

    @Inject
    ReadBundle read;

    @Inject
    WithdrawCase withdraw;

    @Inject
    MoveOn moveOn;

    @Transactional
    public BundleView withdraw(Actor actor, CaseNo no, long seenVersion, String reason) {
        CaseBundle bundle = LockBundle.lock(store, read, actor, no);
        LockBundle.sees(bundle, seenVersion);
        OpenBundle open = moveOn.open(actor, bundle);
        if (!open(read.view(actor, bundle).members())) {
            throw Refusal.conflict("ILLEGAL_ACTION", "各事项都已办结或作出决定，没有可以撤回的。");
        }
        open.children.stream()
                .filter(child -> child.state() == MemberState.PLANNED)
                .forEach(child -> MoveOn.cancel(open, child.item(), "withdrawn"));
        for (CaseFile file : cases.of(bundle.id())) {
            CaseView view = readCase.read(actor, file.caseNo());
            if (view.allowedActions().contains(CaseAction.WITHDRAW)) {
                withdraw.withdraw(actor, file.caseNo(), view.version(), reason);
                open.child(org.yiwang.forms.catalogue.ItemCode.of(file.itemCode()))
                        .stands(MemberState.WITHDRAWN);
            }
        }
        open.event(BundleEvent.Type.BUNDLE_WITHDRAWN, OpenBundle.body());
        bundle.stands(open.stateList(), open.now);
        return read.view(actor, bundle);
    }

    /** Is there anything to take back? */
    static boolean open(List<BundleView.Member> members) {
        return members.stream().anyMatch(member -> member.state() == MemberState.PLANNED || member.canWithdraw());
    }
}
