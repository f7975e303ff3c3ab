package org.yiwang.test.scenario;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** 纸上的二维码: what a telephone reads from a letter that came out of an office printer. */
final class PaperCodes {

    /** Dots per inch. */
    private static final int PRINTER = 300;

    private PaperCodes() {}

    /** The contents of every QR code on every page. */
    static Set<String> read(byte[] pdf) {
        Set<String> found = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer printer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                found.addAll(codes(printer.renderImageWithDPI(page, PRINTER, ImageType.RGB)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Set<String> codes(BufferedImage paper) {
        int[] pixels = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
        BinaryBitmap bits = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), pixels)));
        Set<String> found = new TreeSet<>();
        try {
            for (Result code : new QRCodeMultiReader().decodeMultiple(bits, Map.of(DecodeHintType.TRY_HARDER, true))) {
                found.add(code.getText());
            }
        } catch (NotFoundException none) {
            // A page without codes.
        }
        return found;
    }
}
