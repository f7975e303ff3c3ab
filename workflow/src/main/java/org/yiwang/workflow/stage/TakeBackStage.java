package org.yiwang.workflow.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.casefile.OpenCase;

/** 第一段结果失效: whoever verifies it from then on learns that nothing came of it, and why. */
@ApplicationScoped
public class TakeBackStage {

    @Inject
    Outbox outbox;

    /** After the commit, and once it is in the register; a case without a first result has nothing to take back. */
    public void takeBack(OpenCase open, String reason) {
        for (UUID document : open.documents(DocumentKind.STAGE_RESULT)) {
            outbox.order(
                    RevokeStageResult.KIND,
                    document.toString(),
                    "stage:" + open.file().caseNo().value(),
                    OpenCase.body().put("reason", reason).toString());
        }
    }
}
