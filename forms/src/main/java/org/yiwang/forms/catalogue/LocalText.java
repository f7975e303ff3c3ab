package org.yiwang.forms.catalogue;

/**
 * 多语言文本: Chinese always, English where somebody has written it; nothing is translated by machine.
 *
 * @param zh the Chinese text, never blank
 * @param en the English text, or empty
 */
public record LocalText(String zh, String en) {

    public LocalText {
        if (zh == null || zh.isBlank()) {
            throw new IllegalArgumentException("a text needs its zh-CN wording");
        }
        en = en == null ? "" : en;
    }

    public static LocalText of(String zh) {
        return new LocalText(zh, "");
    }

    /** The text in that language, or the Chinese one where there is none. */
    public String in(Language language) {
        return language == Language.EN && !en.isEmpty() ? en : zh;
    }

    /** True where a page in that language has to mark the text as Chinese. */
    public boolean missing(Language language) {
        return language == Language.EN && en.isEmpty();
    }
}
