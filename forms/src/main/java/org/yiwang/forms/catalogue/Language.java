package org.yiwang.forms.catalogue;

import java.util.Locale;

/** 语言: the languages the platform speaks to the public. */
public enum Language {
    ZH("zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** Name used in packages and in the {@code lang} attribute: {@code zh-CN}, {@code en}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }
}
