package org.yiwang.web.office;

import java.util.Map;

/** 已办: what has just been done, in words; empty when a page was simply opened. */
final class Done {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("drafted", "已依现行版本开始起草。改动只在草案里，公众看到的不变。"),
            Map.entry("imported", "事项包已导入为草案。"),
            Map.entry("saved", "已保存。"),
            Map.entry("submitted", "检查全部通过，已提交审核。"),
            Map.entry("published", "已通过并发布，公众几秒内看到新版本；在办的办件仍按原版本办。"),
            Map.entry("scheduled", "已通过，到生效日自动发布。"),
            Map.entry("returned", "已退回，起草人会看到您的意见。"),
            Map.entry("taken", "已撤回，可以继续修改。"),
            Map.entry("rebased", "已以现行版本为准。请核对与现行版本的差别。"),
            Map.entry("discarded", "草案已放弃，记录仍在。"),
            Map.entry("suspended", "已暂停。办事指南写明原因和去处，不再接受新的申请；在办的照常办理。"),
            Map.entry("resumed", "已恢复办理。"),
            Map.entry("proposed", "取消计划已提出，须由另一位事项审核人员确认。"),
            Map.entry("confirmed", "取消计划已确认，到日自动取消。"),
            Map.entry("dropped", "取消计划已撤销。"));

    private Done() {}

    static String words(String key) {
        return WORDS.getOrDefault(key, "");
    }
}
