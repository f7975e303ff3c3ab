package org.yiwang.workflow.tenure;

import jakarta.enterprise.context.ApplicationScoped;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.serving.spi.KeepsOpen;

/** 正在办理撤回、注销的不归档. */
@ApplicationScoped
public class EndingKeepsOpen implements KeepsOpen {

    @Override
    public boolean keeps(OpenCase open) {
        return open.openRecord(RecordKind.LICENCE_ENDING).isPresent();
    }
}
