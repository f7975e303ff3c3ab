package org.yiwang.forms.identity.spi;

import org.yiwang.forms.identity.IdType;

/** 实名核验: does this name belong to this number? Answered by the national population and enterprise registers. */
public interface IdentityDirectory {

    /** 核验结果. */
    enum Answer {
        MATCH,
        MISMATCH,
        /** The register cannot say: a kind of document it does not hold. A clerk has to look at the document. */
        UNKNOWN
    }

    /**
     * Asks about one party.
     *
     * @param name as given
     * @param type what kind of number
     * @param number normalised
     * @throws org.yiwang.forms.platform.Refusal UNAVAILABLE when the register does not answer
     */
    Answer check(String name, IdType type, String number);
}
