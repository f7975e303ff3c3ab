package org.yiwang.workflow.serving.spi;

import org.yiwang.workflow.casefile.OpenCase;

/** 暂不归档: a reason for which a case that is over stays out of the archive, such as a place on a waiting list. */
public interface KeepsOpen {

    /** Is there something left that may still be done in it? */
    boolean keeps(OpenCase open);
}
