package org.yiwang.forms.catalogue;

import java.util.Optional;

/**
 * 办理结果: what a grant gives.
 *
 * @param template path of the document template in the package
 * @param validity how long the result is valid; empty means without end
 */
public record ResultRule(Kind kind, String template, LocalText name, Optional<Span> validity) {

    /** 结果类型. */
    public enum Kind {
        /** 证照. */
        LICENCE,
        /** 证明. */
        CERTIFICATE,
        /** 确认. */
        CONFIRMATION,
        /** 批文. */
        DECISION
    }
}
