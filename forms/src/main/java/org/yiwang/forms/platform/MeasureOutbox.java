package org.yiwang.forms.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.yiwang.forms.platform.internal.OutboxTable;

/** 发件箱指标: numbers for the monitoring; counts only, so nobody is asked who he is. */
@ApplicationScoped
public class MeasureOutbox {

    /**
     * 指标.
     *
     * @param late how long the oldest message that is due has been due
     * @param waiting said "not yet"
     * @param failed will be tried again
     * @param dead given up
     */
    public record Measure(Duration late, long waiting, long failed, long dead) {}

    @Inject
    OutboxTable table;

    public Measure now() {
        return table.measure();
    }
}
