package org.yiwang.workflow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.workflow.clock.SuspendKind;

/** 纠偏申请: the department says that time was counted which should not have been; a supervisor decides. */
public record LightAppeal(
        UUID id,
        UUID order,
        long caseId,
        Ground ground,
        Instant from,
        Instant until,
        State state,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        LocalDate newDueOn) {

    /** 事由. */
    public enum Ground {
        /** A special procedure was held and not registered in time. */
        SPECIAL_PROCEDURE_NOT_REGISTERED("特别程序漏登"),
        /** The platform or a line to it did not work. */
        SYSTEM_FAILURE("系统故障");

        private final String text;

        Ground(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** Why the clocks should have rested. */
        SuspendKind reason() {
            return this == SYSTEM_FAILURE ? SuspendKind.GENERAL : SuspendKind.SPECIAL;
        }
    }

    /** 状态. */
    public enum State {
        PENDING("待审批"),
        APPROVED("已批准"),
        REJECTED("已驳回");

        private final String text;

        State(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
