package org.yiwang.web.portal;

import org.yiwang.forms.platform.Refusal;

/** What forms of case pages have in common. */
final class CaseForms {

    private CaseForms() {}

    /** The version of the case the visitor looked at when he pressed. */
    static long version(Visit visit) {
        try {
            return Long.parseLong(visit.param("_version"));
        } catch (NumberFormatException e) {
            throw Refusal.conflict("STALE", "页面缺少版本号，请刷新后再试。");
        }
    }
}
