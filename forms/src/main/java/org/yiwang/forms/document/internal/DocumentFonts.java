package org.yiwang.forms.document.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** 文档字体: what one document embeds; pages, seal and footers share it, so that each font is embedded once. */
final class DocumentFonts {

    /** A piece of text in one font. */
    record Run(String text, FontFace face) {}

    private final PDDocument document;
    private final FontShelf shelf;
    private final Map<FontFace, PDFont> embedded = new HashMap<>();

    DocumentFonts(PDDocument document, FontShelf shelf) {
        this.document = document;
        this.shelf = shelf;
    }

    /** Width at the given size. */
    float width(String text, FontShelf.Style style, float size) {
        float sum = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            sum += width(text.codePointAt(i), style);
        }
        return sum * size;
    }

    float width(int codePoint, FontShelf.Style style) {
        return shelf.face(style, codePoint).width(codePoint);
    }

    /** Splits a text where the font has to change. */
    List<Run> runs(String text, FontShelf.Style style) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        FontFace current = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            FontFace face = shelf.face(style, text.codePointAt(i));
            if (current != null && face != current) {
                runs.add(new Run(text.substring(from, i), current));
                from = i;
            }
            current = face;
        }
        if (current != null) {
            runs.add(new Run(text.substring(from), current));
        }
        return runs;
    }

    PDFont font(FontFace face) throws IOException {
        PDFont font = embedded.get(face);
        if (font == null) {
            font = PDType0Font.load(document, face.ttf(), true);
            embedded.put(face, font);
        }
        return font;
    }
}
