package org.yiwang.workflow.bundle;

import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.CaseNo;

/** 锁定一件事: for whoever speaks for the applicant; to all others it is not there, or not theirs to change. */
final class LockBundle {

    private LockBundle() {}

    static CaseBundle lock(Bundles store, ReadBundle read, Actor actor, CaseNo no) {
        long id = store.find(no).map(CaseBundle::id).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
        CaseBundle bundle = store.lock(id).orElseThrow();
        if (!read.applicantSide(actor, bundle)) {
            throw Refusal.notFound("这个一件事办件");
        }
        if (!read.speaks(actor, bundle)) {
            throw Refusal.forbidden("您的代办授权已失效，不能再办理，请由申请人本人操作。");
        }
        return bundle;
    }

    static void sees(CaseBundle bundle, long seenVersion) {
        if (bundle.version() != seenVersion) {
            throw Refusal.conflict("STALE", "办件在您查看之后已有变化，请刷新页面后再操作。");
        }
    }
}
