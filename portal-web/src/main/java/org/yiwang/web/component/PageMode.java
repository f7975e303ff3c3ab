package org.yiwang.web.component;

import java.util.Locale;

/**
 * 页面版本: standard, elder-friendly (长者版) or English. It is part of the URL, so that a page can be cached, shared and
 * printed in one mode; no cookie changes what a URL shows.
 */
public enum PageMode {
    STANDARD("", Locale.SIMPLIFIED_CHINESE, "zh-CN"),
    /** 长者版: larger type and targets, fewer things on a page. */
    ELDER("/zz", Locale.SIMPLIFIED_CHINESE, "zh-CN"),
    ENGLISH("/en", Locale.ENGLISH, "en");

    private final String prefix;
    private final Locale locale;
    private final String htmlLang;

    PageMode(String prefix, Locale locale, String htmlLang) {
        this.prefix = prefix;
        this.locale = locale;
        this.htmlLang = htmlLang;
    }

    /** What stands before the path in the URL. */
    public String prefix() {
        return prefix;
    }

    public Locale locale() {
        return locale;
    }

    public String htmlLang() {
        return htmlLang;
    }

    public boolean elder() {
        return this == ELDER;
    }

    public boolean english() {
        return this == ENGLISH;
    }

    /** The mode of a full path such as {@code /en/items}. */
    public static PageMode ofPath(String path) {
        for (PageMode mode : values()) {
            if (mode != STANDARD && (path.equals(mode.prefix) || path.startsWith(mode.prefix + "/"))) {
                return mode;
            }
        }
        return STANDARD;
    }

    /** The path without the prefix of this mode; never empty. */
    public String strip(String path) {
        String rest = path.substring(prefix.length());
        return rest.isEmpty() ? "/" : rest;
    }

    /** The path with the prefix of this mode. */
    public String url(String path) {
        return path.equals("/") && this != STANDARD ? prefix + "/" : prefix + path;
    }
}
