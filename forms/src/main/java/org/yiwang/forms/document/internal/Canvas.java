package org.yiwang.forms.document.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * 画布: the pages of one document while they are being drawn. Measures in points, y counted downwards from the top edge;
 * all pages stay open until the end, because the footers need the number of pages.
 */
final class Canvas implements AutoCloseable {

    static final Color BLACK = new Color(0x1A, 0x1A, 0x1A);
    static final Color GREY = new Color(0x66, 0x66, 0x66);
    static final Color RED = new Color(0xC8, 0x10, 0x1E);

    /** Type of one text: face, size, colour. */
    record Type(FontShelf.Style style, float size, Color colour) {
        Type(FontShelf.Style style, float size) {
            this(style, size, BLACK);
        }
    }

    private final PDDocument document;
    private final DocumentFonts fonts;
    private final PDRectangle paper;
    private final List<PDPage> pages = new ArrayList<>();
    private final List<PDPageContentStream> streams = new ArrayList<>();
    private int current = -1;

    Canvas(PDDocument document, FontShelf shelf, boolean landscape) {
        this.document = document;
        this.fonts = new DocumentFonts(document, shelf);
        PDRectangle a4 = PDRectangle.A4;
        this.paper = landscape ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4;
    }

    static float mm(double millimetres) {
        return (float) (millimetres * 72 / 25.4);
    }

    PDDocument document() {
        return document;
    }

    DocumentFonts fonts() {
        return fonts;
    }

    float width() {
        return paper.getWidth();
    }

    float height() {
        return paper.getHeight();
    }

    void newPage() throws IOException {
        PDPage page = new PDPage(paper);
        document.addPage(page);
        pages.add(page);
        streams.add(new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true, true));
        current = pages.size() - 1;
    }

    int pageCount() {
        return pages.size();
    }

    int pageIndex() {
        return current;
    }

    /** Goes back to a page, for footers. */
    void turnTo(int index) {
        current = index;
    }

    PDPageContentStream ink() {
        return streams.get(current);
    }

    double width(String text, Type type) {
        return fonts.width(text, type.style(), type.size());
    }

    LineBreaker breaker(Type type) {
        return new LineBreaker(codePoint -> fonts.width(codePoint, type.style()) * type.size());
    }

    /** One line with its base line at y. */
    void text(String text, float x, float y, Type type) throws IOException {
        text(text, x, y, type, 0);
    }

    /** One line, every character followed by {@code spread} points of extra room. */
    void text(String text, float x, float y, Type type, float spread) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        PDPageContentStream ink = ink();
        ink.beginText();
        ink.setNonStrokingColor(type.colour());
        ink.newLineAtOffset(x, height() - y);
        ink.setCharacterSpacing(spread);
        for (DocumentFonts.Run run : fonts.runs(text, type.style())) {
            ink.setFont(fonts.font(run.face()), type.size());
            ink.showText(run.text());
        }
        if (spread != 0) {
            ink.setCharacterSpacing(0);
        }
        ink.endText();
    }

    /** Text under any matrix, for the arc of a seal; the matrix counts from the bottom left as PDF does. */
    void text(String text, Matrix matrix, Type type) throws IOException {
        PDPageContentStream ink = ink();
        ink.beginText();
        ink.setNonStrokingColor(type.colour());
        ink.setTextMatrix(matrix);
        for (DocumentFonts.Run run : fonts.runs(text, type.style())) {
            ink.setFont(fonts.font(run.face()), type.size());
            ink.showText(run.text());
        }
        ink.endText();
    }

    void centred(String text, float y, Type type, float spread) throws IOException {
        int count = text.codePointCount(0, text.length());
        float wide = (float) width(text, type) + spread * Math.max(0, count - 1);
        text(text, (width() - wide) / 2, y, type, spread);
    }

    void right(String text, float right, float y, Type type) throws IOException {
        text(text, right - (float) width(text, type), y, type);
    }

    void line(float x1, float y1, float x2, float y2, float thick, Color colour) throws IOException {
        PDPageContentStream ink = ink();
        ink.setStrokingColor(colour);
        ink.setLineWidth(thick);
        ink.moveTo(x1, height() - y1);
        ink.lineTo(x2, height() - y2);
        ink.stroke();
    }

    void box(float x, float y, float wide, float high, float thick, Color colour) throws IOException {
        PDPageContentStream ink = ink();
        ink.setStrokingColor(colour);
        ink.setLineWidth(thick);
        ink.addRect(x, height() - y - high, wide, high);
        ink.stroke();
    }

    void fill(float x, float y, float wide, float high, Color colour) throws IOException {
        PDPageContentStream ink = ink();
        ink.setNonStrokingColor(colour);
        ink.addRect(x, height() - y - high, wide, high);
        ink.fill();
    }

    @Override
    public void close() throws IOException {
        for (PDPageContentStream stream : streams) {
            stream.close();
        }
    }
}
