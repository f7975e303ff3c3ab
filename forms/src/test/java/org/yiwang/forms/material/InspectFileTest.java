package org.yiwang.forms.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.material.internal.InspectFile;
import org.yiwang.forms.material.internal.InspectFile.Inspected;
import org.yiwang.forms.material.internal.SamplePdf;
import org.yiwang.forms.platform.Refusal;

class InspectFileTest {

    private final InspectFile inspect = new InspectFile(bytes -> true);

    @Test
    void takesAPlainPdf() throws IOException {
        Inspected file = inspect("租房合同.PDF", SamplePdf.plain());
        assertEquals("租房合同.PDF", file.name());
        assertEquals("application/pdf", file.contentType());
        assertEquals(64, file.sha256().length());
    }

    @Test
    void takesPicturesAndNamesThemAsWhatTheyAre() throws IOException {
        assertEquals("身份证.pdf.png", inspect("身份证.pdf", picture("png")).name());
        assertEquals("image/jpeg", inspect("照片.jpeg", picture("jpg")).contentType());
    }

    @Test
    void cleansNamesOfFoldersControlAndDirectionMarks() throws IOException {
        assertEquals("a.png", inspect("C:\\secret\\..\\a.png", picture("png")).name());
        assertEquals(
                "xgnp.exe.png", inspect("x\u202Egnp.exe\u0000", picture("png")).name());
        assertEquals("文件.png", inspect("../", picture("png")).name());
    }

    @Test
    void refusesAnExecutableRenamedToPdf() {
        byte[] exe = Arrays.copyOf("MZ\u0090\0\u0003".getBytes(StandardCharsets.ISO_8859_1), 2048);
        Refusal refusal = refusal("发票.pdf", exe);
        assertEquals(Refusal.Kind.UNSUPPORTED, refusal.kind());
        assertTrue(refusal.getMessage().contains("发票.pdf"));
    }

    @Test
    void refusesAPdfThatBeginsAsSomethingElse() throws IOException {
        byte[] pdf = SamplePdf.plain();
        byte[] polyglot = ByteBuffer.allocate(pdf.length + 20)
                .put("MZ junk\n".getBytes(StandardCharsets.US_ASCII))
                .put(pdf)
                .array();
        assertEquals(Refusal.Kind.UNSUPPORTED, refusal("a.pdf", polyglot).kind());
    }

    @Test
    void refusesAnEncryptedPdf() throws IOException {
        assertEquals("PDF_ENCRYPTED", code("a.pdf", SamplePdf.encrypted("secret")));
        assertEquals("PDF_ENCRYPTED", code("a.pdf", SamplePdf.encrypted("")));
    }

    @Test
    void refusesWhatActsByItself() throws IOException {
        assertEquals("PDF_ACTIVE", code("a.pdf", SamplePdf.withOpenScript()));
        assertEquals("PDF_ACTIVE", code("a.pdf", SamplePdf.withLaunchLink()));
        assertEquals("PDF_ATTACHMENT", code("a.pdf", SamplePdf.withAttachment()));
    }

    @Test
    void takesAPdfThatOnlyOpensAtAPage() throws IOException {
        assertEquals(
                "application/pdf", inspect("a.pdf", SamplePdf.openingAtAPage()).contentType());
    }

    @Test
    void refusesABrokenPdf() {
        assertEquals("PDF_BROKEN", code("a.pdf", "%PDF-1.7\nnothing here".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void refusesAPdfThatUnpacksToGigabytes() {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(
                "%PDF-1.7\n1 0 obj <</Type/ObjStm /Filter/FlateDecode>> stream\n".getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(deflated(64 << 20));
        pdf.writeBytes("\nendstream endobj".getBytes(StandardCharsets.US_ASCII));
        assertEquals("PDF_TOO_COMPLEX", code("a.pdf", pdf.toByteArray()));
    }

    @Test
    void refusesAPictureOfTooManyPixelsWithoutUnpackingIt() {
        assertEquals("IMAGE_TOO_LARGE", code("a.png", pngOf(60_000, 60_000)));
    }

    @Test
    void refusesABrokenPicture() {
        assertEquals(
                "IMAGE_BROKEN", code("a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 1}));
    }

    @Test
    void refusesWhatIsTooLargeWithoutReadingOn() {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                assertTrue(read < 2_000_000, "reads no further than the limit");
                return 'x';
            }
        };
        Refusal refusal = assertThrows(Refusal.class, () -> inspect.inspect(new Upload("a.pdf", endless, 1 << 20)));
        assertEquals(Refusal.Kind.TOO_LARGE, refusal.kind());
        assertTrue(refusal.getMessage().contains("1MB"));
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals("FILE_EMPTY", code("a.pdf", new byte[0]));
    }

    @Test
    void refusesWhatTheScannerFinds() throws IOException {
        InspectFile strict = new InspectFile(bytes -> false);
        byte[] png = picture("png");
        Refusal refusal =
                assertThrows(Refusal.class, () -> strict.inspect(new Upload("a.png", new ByteArrayInputStream(png))));
        assertEquals("FILE_VIRUS", refusal.problems().get(0).code());
    }

    private Inspected inspect(String name, byte[] bytes) {
        return inspect.inspect(new Upload(name, new ByteArrayInputStream(bytes)));
    }

    private Refusal refusal(String name, byte[] bytes) {
        return assertThrows(Refusal.class, () -> inspect(name, bytes));
    }

    private String code(String name, byte[] bytes) {
        Refusal refusal = refusal(name, bytes);
        assertTrue(refusal.getMessage().contains(name), "the message names the file");
        return refusal.problems().get(0).code();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] deflated(int size) {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[size]);
        deflater.finish();
        byte[] out = new byte[size / 100];
        int length = deflater.deflate(out);
        return Arrays.copyOf(out, length);
    }

    /** A header that promises a picture nobody has the memory for. */
    private static byte[] pngOf(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4 + 12)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .putInt(0)
                .put("IDAT".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x35AF061E)
                .array();
    }
}
