package org.yiwang.forms.catalogue.search;

/** 命中方式: why an item is among those found. */
public enum MatchedBy {
    /** 名称: its own name, or that of the paper it ends with. */
    NAME,
    /** 俗称: a word that people use for it. */
    WORD,
    /** 读音: something that is written otherwise and sounds the same, or pinyin. */
    SOUND,
    /** 首字母: the first letters of its pinyin. */
    INITIALS,
    /** 指南: only what its guide says. */
    GUIDE
}
