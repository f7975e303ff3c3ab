package org.yiwang.forms.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** 字体: one parsed TrueType font, shared by all documents of this JVM. Knows which characters it has, and their widths. */
final class FontFace {

    private final String name;
    private final TrueTypeFont ttf;
    private final CmapLookup cmap;
    private final int unitsPerEm;
    private final Map<Integer, Float> widths = new ConcurrentHashMap<>();

    FontFace(String name, TrueTypeFont ttf) throws IOException {
        this.name = name;
        this.ttf = ttf;
        ttf.setEnableGsub(false);
        this.cmap = ttf.getUnicodeCmapLookup(false);
        this.unitsPerEm = ttf.getUnitsPerEm();
    }

    String name() {
        return name;
    }

    TrueTypeFont ttf() {
        return ttf;
    }

    boolean has(int codePoint) {
        return cmap != null && cmap.getGlyphId(codePoint) != 0;
    }

    /** Advance width at size 1. */
    float width(int codePoint) {
        return widths.computeIfAbsent(codePoint, this::measure);
    }

    private float measure(int codePoint) {
        try {
            return (float) ttf.getAdvanceWidth(cmap.getGlyphId(codePoint)) / unitsPerEm;
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
