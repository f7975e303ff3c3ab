package org.yiwang.forms.document.internal;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * 印章图形: the round seal of a department, drawn as vectors: ring, five-point star, name on the arc, and below the star
 * what the seal is for (行政许可专用章).
 */
final class SealStamp {

    /** A department's seal measures 42 mm across. */
    static final float DIAMETER = Canvas.mm(42);

    private static final Color INK = new Color(0xD2, 0x12, 0x1C);
    private static final double BEZIER = 0.5522847498;

    private final Canvas canvas;

    SealStamp(Canvas canvas) {
        this.canvas = canvas;
    }

    /** Draws it around a centre (y downwards) and returns where it is, as PDF counts. */
    PDRectangle draw(float cx, float cyDown, String name, String purpose) throws IOException {
        float cy = canvas.height() - cyDown;
        PDPageContentStream ink = canvas.ink();
        ink.saveGraphicsState();
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        // Like stamping ink: the print under it stays readable.
        state.setBlendMode(BlendMode.MULTIPLY);
        ink.setGraphicsStateParameters(state);
        ring(cx, cy);
        star(cx, cy, Canvas.mm(purpose.isEmpty() ? 6.8 : 5.8));
        arc(cx, cy, name);
        purpose(cx, cy, purpose);
        ink.restoreGraphicsState();
        float half = DIAMETER / 2;
        return new PDRectangle(cx - half, cy - half, DIAMETER, DIAMETER);
    }

    private void ring(float cx, float cy) throws IOException {
        float r = DIAMETER / 2 - Canvas.mm(0.6);
        float k = (float) (r * BEZIER);
        PDPageContentStream ink = canvas.ink();
        ink.setStrokingColor(INK);
        ink.setLineWidth(Canvas.mm(1.2));
        ink.moveTo(cx + r, cy);
        ink.curveTo(cx + r, cy + k, cx + k, cy + r, cx, cy + r);
        ink.curveTo(cx - k, cy + r, cx - r, cy + k, cx - r, cy);
        ink.curveTo(cx - r, cy - k, cx - k, cy - r, cx, cy - r);
        ink.curveTo(cx + k, cy - r, cx + r, cy - k, cx + r, cy);
        ink.closeAndStroke();
    }

    private void star(float cx, float cy, float outer) throws IOException {
        double inner = outer * Math.sin(Math.PI / 10) / Math.sin(Math.PI * 3 / 10);
        PDPageContentStream ink = canvas.ink();
        ink.setNonStrokingColor(INK);
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI / 2 + i * Math.PI / 5;
            double r = i % 2 == 0 ? outer : inner;
            float x = (float) (cx + r * Math.cos(angle));
            float y = (float) (cy + r * Math.sin(angle));
            if (i == 0) {
                ink.moveTo(x, y);
            } else {
                ink.lineTo(x, y);
            }
        }
        ink.closePath();
        ink.fill();
    }

    /** Characters stand upright on the arc; the more there are, the narrower and the farther round. */
    private void arc(float cx, float cy, String name) throws IOException {
        int[] characters = name.codePoints().toArray();
        int count = characters.length;
        double span = Math.toRadians(Math.min(262, 110 + 16.0 * Math.max(0, count - 3)));
        float size = Canvas.mm(count <= 8 ? 5.4 : count <= 12 ? 4.9 : 4.4);
        double base = DIAMETER / 2 - Canvas.mm(2.4) - size * 0.86;
        double step = count == 1 ? 0 : span / (count - 1);
        double squeeze = Math.min(1, step == 0 ? 1 : step * (base + size * 0.2) / size);
        Canvas.Type type = new Canvas.Type(FontShelf.Style.TITLE, size, INK);
        for (int i = 0; i < count; i++) {
            String character = Character.toString(characters[i]);
            double wide = canvas.width(character, type) * squeeze;
            double angle = Math.PI / 2 + span / 2 - i * step;
            double turn = angle - Math.PI / 2;
            double x = cx + base * Math.cos(angle) - wide / 2 * Math.cos(turn);
            double y = cy + base * Math.sin(angle) - wide / 2 * Math.sin(turn);
            Matrix matrix = Matrix.getRotateInstance(turn, (float) x, (float) y);
            matrix.concatenate(Matrix.getScaleInstance((float) squeeze, 1));
            canvas.text(character, matrix, type);
        }
    }

    private void purpose(float cx, float cy, String purpose) throws IOException {
        if (purpose.isEmpty()) {
            return;
        }
        float size = Canvas.mm(purpose.length() <= 7 ? 3.7 : 3.2);
        Canvas.Type type = new Canvas.Type(FontShelf.Style.TITLE, size, INK);
        double wide = canvas.width(purpose, type);
        double squeeze = Math.min(1, Canvas.mm(24) / wide);
        Matrix matrix = Matrix.getTranslateInstance((float) (cx - wide * squeeze / 2), cy - Canvas.mm(11.6));
        matrix.concatenate(Matrix.getScaleInstance((float) squeeze, 1));
        canvas.text(purpose, matrix, type);
    }
}
