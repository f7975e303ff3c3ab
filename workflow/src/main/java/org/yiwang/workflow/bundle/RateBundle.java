package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.Words;

/** 一件事评价: once for the whole errand, when all is done; its cases may be rated besides, nobody has to. */
@ApplicationScoped
public class RateBundle {

    @Inject
    Bundles store;

    @Inject
    ReadBundle read;

    @Inject
    MoveOn moveOn;

    @Inject
    SecretBox box;

    /** @param level 5 very satisfied … 1 very dissatisfied; 2 and 1 need a reason */
    @Transactional
    public BundleView rate(Actor actor, CaseNo no, int level, String text) {
        CaseBundle bundle = LockBundle.lock(store, read, actor, no);
        if (!bundle.ended()) {
            throw Refusal.conflict("ILLEGAL_ACTION", "还有事项在办理，全部办完后再评价。");
        }
        if (bundle.rating() != null) {
            throw Refusal.conflict("RATED", "这个一件事已经评价过了，每个只能评价一次。");
        }
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
        bundle.rate(
                level,
                box.seal(
                        bundle.keyId(),
                        "case_bundle.rating:" + bundle.id(),
                        said.toString().getBytes(StandardCharsets.UTF_8)));
        moveOn.open(actor, bundle)
                .event(BundleEvent.Type.BUNDLE_RATED, OpenBundle.body().put("level", level));
        return read.view(actor, bundle);
    }
}
