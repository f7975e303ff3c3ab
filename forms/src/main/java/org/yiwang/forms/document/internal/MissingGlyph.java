package org.yiwang.forms.document.internal;

/** 缺字: no font has this character; a box would make a false document, so the document is not made. */
final class MissingGlyph extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingGlyph(int codePoint) {
        super("没有字体能打印字符“" + Character.toString(codePoint) + "”（U+" + String.format("%04X", codePoint)
                + "），请把含有该字的 TrueType 字体放进 yiwang.fonts 文件夹后重试。");
    }
}
