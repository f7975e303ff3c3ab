package org.yiwang.forms.catalogue.office;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 事项记录: who did what with an item and when; only ever added to.
 *
 * @param draft the draft it is about, where it is about one
 * @param number the version it is about, where it is about one
 * @param words reason, opinion or the files that were changed
 */
public record ItemEvent(
        Type type,
        Instant at,
        String actor,
        String actorName,
        Optional<UUID> draft,
        Optional<Integer> number,
        String words) {

    /** 做了什么. */
    public enum Type {
        DRAFTED("开始起草"),
        IMPORTED("导入草案"),
        SAVED("修改"),
        REBASED("以现行版本为准继续"),
        SUBMITTED("提交审核"),
        TAKEN_BACK("撤回修改"),
        RETURNED("退回修改"),
        APPROVED("审核通过"),
        RESCHEDULED("改期生效"),
        PUBLISHED("发布"),
        NOT_PUBLISHED("到期未能发布"),
        DISCARDED("放弃草案"),
        SUSPENDED("暂停办理"),
        RESUMED("恢复办理"),
        RETIREMENT_PROPOSED("提议取消"),
        RETIREMENT_CONFIRMED("确认取消"),
        RETIREMENT_DROPPED("撤销取消计划"),
        RETIRED("取消");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** For officers. */
        public String words() {
            return words;
        }
    }
}
