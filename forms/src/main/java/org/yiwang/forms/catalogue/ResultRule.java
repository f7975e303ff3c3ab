package org.yiwang.forms.catalogue;

import java.util.Optional;

/**
 * 办理结果: what a grant gives.
 *
 * @param template path of the document template in the package
 * @param validity how long the result is valid; empty means without end
 * @param medium what it is made of besides the electronic original
 */
public record ResultRule(Kind kind, String template, LocalText name, Optional<Span> validity, Medium medium) {

    /** 载体: what is handed over or posted to whoever did not choose the electronic result alone. */
    public enum Medium {
        /** 纸质: a print of the electronic original, sealed by the window when it is handed over. */
        PAPER,
        /** 实体证卡: made by the authority before it can be handed over, such as the card of a residence permit. */
        CARD
    }

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
