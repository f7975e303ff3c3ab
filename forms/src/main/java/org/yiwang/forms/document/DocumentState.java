package org.yiwang.forms.document;

/** 文书状态: how far issuing has come. Each step is one short transaction; after a failure it goes on where it stood. */
public enum DocumentState {
    /** 已下单: ordered by a use case, in its transaction. */
    ORDERED,
    /** 已编号: has its number for good. */
    NUMBERED,
    /** 已成文: laid out; sealing always sees the same bytes. */
    RENDERED,
    /** 已盖章: signed and time-stamped. */
    SEALED,
    /** 已登记: in the register, can be read and verified. */
    REGISTERED,
    /** 作废: the number is used up, the reason is kept. */
    VOID
}
