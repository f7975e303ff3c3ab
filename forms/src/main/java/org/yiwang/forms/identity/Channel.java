package org.yiwang.forms.identity;

/** 渠道: where a request came from. Follows from the credential, never from what the client says. */
public enum Channel {
    /** 网上大厅 and 移动端 (the same pages). */
    WEB,
    /** 办事窗口. */
    WINDOW,
    /** 自助终端. */
    KIOSK,
    /** 外部系统. */
    API,
    /** 平台自身: deadlines, outbox, rules. */
    SYSTEM
}
