package org.yiwang.workflow.serving.spi;

import java.time.Instant;
import org.yiwang.workflow.casefile.OpenCase;

/** 送达之后: what begins with the service of a letter, such as the time to ask for a hearing. */
public interface AfterService {

    /**
     * Within the action that records the service, before the case is put back.
     *
     * @param at when it was served; may lie before the action
     */
    void served(OpenCase open, OpenCase.Paper paper, Instant at);
}
