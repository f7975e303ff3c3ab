package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.forms.document.DocumentKind;

/** 印出的二维码: what stands on paper is read back from the printed page, as a telephone would read it. */
class PrintedCodesTest {

    /** Dots per inch of an office printer. */
    private static final int PRINTER = 300;
    /** Dots per inch of a page photographed as a whole. */
    private static final int PHOTOGRAPH = 150;

    /** Those that end a case, or hand out its result. */
    private static final Set<DocumentKind> FINAL = EnumSet.of(
            DocumentKind.DENIAL_DECISION,
            DocumentKind.APPROVAL_DECISION,
            DocumentKind.TERMINATION_NOTICE,
            DocumentKind.HANDOUT_SLIP);

    private static final Pattern CODE = Pattern.compile("\"qr\": \"\\{\\{([a-z.]+)\\??}}\"");
    private static final String RATING = Samples.data().at("/rating/url").asText();

    private final Renderer renderer = new Renderer(Samples.SHELF);

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESULT", "STAGE_RESULT"})
    void everyLetterCarriesTheWayToVerifyItAndFinalOnesTheWayToRate(DocumentKind kind) throws Exception {
        Printing task = Samples.task(kind);
        Set<String> expected = new TreeSet<>(Set.of(task.verifyUrl()));
        expected.addAll(asked(kind));
        if (FINAL.contains(kind)) {
            expected.add(RATING);
        }
        byte[] pdf = renderer.render(task);

        assertEquals(expected, read(kind.name(), pdf, PRINTER));
        assertEquals(expected, read(kind.name(), pdf, PHOTOGRAPH));
    }

    /** What the template of the letter itself asks to be printed as a code. */
    private static Set<String> asked(DocumentKind kind) throws IOException {
        Set<String> addresses = new TreeSet<>();
        try (InputStream in = PrintedCodesTest.class.getResourceAsStream("/" + kind.template())) {
            Matcher code = CODE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (code.find()) {
                addresses.add(
                        Samples.data().at("/" + code.group(1).replace('.', '/')).asText());
            }
        }
        return addresses;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "food-business/documents/food-licence.json",
                "road-dig/documents/digging-permit.json",
                "residence-permit/documents/residence-permit.json"
            })
    void aLicenceCarriesTheWayToVerifyIt(String path) throws Exception {
        Printing task = Samples.task(Samples.template("/packages/" + path), ResultsTest.data());

        assertEquals(
                Set.of(task.verifyUrl()), read(path.replaceAll(".*/|\\.json", ""), renderer.render(task), PRINTER));
    }

    @Test
    void nothingIsToBeReadFromADraft() throws Exception {
        Printing task = Samples.task(DocumentKind.MATERIAL_RECEIPT);
        byte[] pdf = renderer.render(new Printing(task.template(), task.data(), "", task.code(), "", task.at(), true));

        assertEquals(Set.of(), read("draft", pdf, PRINTER));
    }

    /** Every QR code on every page; the pages are kept for looking at. */
    private static Set<String> read(String name, byte[] pdf, int dotsPerInch) throws Exception {
        Set<String> found = new TreeSet<>();
        Path folder = Files.createDirectories(Path.of("target/documents"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer printer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage paper = printer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB);
                if (dotsPerInch == PHOTOGRAPH) {
                    ImageIO.write(
                            paper,
                            "png",
                            folder.resolve(name + "-" + (page + 1) + ".png").toFile());
                }
                found.addAll(codes(paper));
            }
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
