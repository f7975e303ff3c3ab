package org.yiwang.forms.document.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** 二维码: drawn as rectangles, so that it stays sharp on every printer. */
final class QrStamp {

    private final Canvas canvas;

    QrStamp(Canvas canvas) {
        this.canvas = canvas;
    }

    void draw(String content, float x, float yDown, float size) throws IOException {
        BitMatrix bits = encode(content);
        float module = size / bits.getWidth();
        PDPageContentStream ink = canvas.ink();
        ink.setNonStrokingColor(Canvas.BLACK);
        float top = canvas.height() - yDown;
        for (int row = 0; row < bits.getHeight(); row++) {
            for (int from = 0; from < bits.getWidth(); ) {
                int to = from;
                while (to < bits.getWidth() && bits.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    ink.addRect(x + from * module, top - (row + 1) * module, (to - from) * module, module);
                }
                from = to + 1;
            }
        }
        ink.fill();
    }

    private static BitMatrix encode(String content) {
        try {
            // Size 0: one pixel per module, no scaling.
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit in a QR code: " + content, tooLong);
        }
    }
}
