package org.yiwang.workflow.publicity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.yiwang.workflow.clock.spi.DueElsewhere;

/** 公示清理: what is over, or whose case ended before, is no longer kept for strangers to read. */
@ApplicationScoped
public class PublicityWatch implements DueElsewhere {

    @Inject
    PublicityBoard board;

    @Override
    @Transactional
    public int fire(Instant now, boolean wait) {
        return board.wipe();
    }
}
