package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.forms.document.DocumentKind;

class RenderingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Renderer renderer = new Renderer(Samples.SHELF);

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESULT", "STAGE_RESULT"})
    void everyLetterIsPdfA3b(DocumentKind kind) throws Exception {
        byte[] pdf = keep(kind.name(), renderer.render(Samples.task(kind)));

        assertEquals(List.of(), PdfA.problems(pdf));
        String text = text(pdf);
        assertTrue(text.contains("云东区市场监督管理局"), "names the department");
        assertTrue(text.contains("〔2026〕12号"), "carries its number");
        assertTrue(text.contains("2026年11月21日"), "carries its date");
        assertTrue(text.contains("0999-5550120"), "says how to reach the department");
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESULT", "STAGE_RESULT"})
    void everyLetterSpeaksToCitizensWithoutLicenceLaw(DocumentKind kind) throws Exception {
        ObjectNode data = Samples.data();
        ((ObjectNode) data.get("item"))
                .put("powerType", "PAYMENT")
                .put("act", "行政给付")
                .put("name", "高龄津贴申领");
        ((ObjectNode) data.get("refusal")).put("legalBasis", "《云州市高龄津贴发放办法》第三条");
        ((ObjectNode) data.get("hearing")).put("basis", "《云州市高龄津贴发放办法》第十条");
        ((ObjectNode) data.get("renewal")).put("basis", "《云州市高龄津贴发放办法》第九条");
        ((ObjectNode) data.get("change")).put("basis", "《云州市高龄津贴发放办法》第八条");
        ((ObjectNode) data.get("ending")).put("basis", "《云州市高龄津贴发放办法》第十一条");
        ((ObjectNode) data.get("interest")).put("basis", "《云州市高龄津贴发放办法》第六条").put("hearingBasis", "《云州市高龄津贴发放办法》第六条");

        String text = text(renderer.render(Samples.task(Samples.letter(kind), data)));

        assertFalse(text.contains("行政许可法"), text);
        assertFalse(text.contains("行政许可专用章"), text);
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void decisionsCarryTheFullRemedyNotice(DocumentKind kind) throws Exception {
        if (!kind.decision()) {
            return;
        }
        String text = text(renderer.render(Samples.task(kind)));

        assertTrue(text.contains("六十日内") && text.contains("云东区人民政府"), text);
        assertTrue(text.contains("六个月内") && text.contains("云州市云东区人民法院"), text);
        assertTrue(text.contains("https://xzfy.yunzhou.example"), text);
    }

    @Test
    void theAcceptanceNoticeTellsOfTheCoolingOffWhereThereIsOne() throws Exception {
        Template notice = Samples.letter(DocumentKind.ACCEPT_NOTICE);
        byte[] pdf = keep("ACCEPT_NOTICE-cooling-off", renderer.render(Samples.task(notice, Samples.coolingOff())));

        assertEquals(List.of(), PdfA.problems(pdf));
        String text = text(pdf).replaceAll("\\s", "");
        assertTrue(text.contains("自受理次日起为冷静期，至2026年12月18日止"), text);
        assertTrue(text.contains("冷静期满后30日内，双方应当亲自到场办理；未到场的，视为撤回申请"), text);
        assertTrue(text.contains("依据：《民法典》第一千零七十七条"), text);
        String other = text(renderer.render(Samples.task(DocumentKind.ACCEPT_NOTICE)));
        assertFalse(other.contains("冷静期"), "other notices say nothing of it");
    }

    @Test
    void theJudgeOfPdfAFindsWhatIsWrong() throws Exception {
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var out = new java.io.ByteArrayOutputStream();
            plain.save(out);

            assertFalse(PdfA.problems(out.toByteArray()).isEmpty());
        }
    }

    @Test
    void refusesADecisionTemplateWithoutRemedy() {
        String template =
                """
                {"format":1,"kind":"DENIAL_DECISION","title":"不予许可决定书","body":[{"text":"不予许可。"}]}""";

        var refused = assertThrows(IllegalArgumentException.class, () -> read(template));

        assertTrue(refused.getMessage().contains("remedy"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"applicant.nickname", "materials2", "sections.title"})
    void namesTheUnknownFieldOfATemplate(String field) {
        Template template = read(
                """
                {"format":1,"kind":"ACCEPT_NOTICE","title":"受理通知书","body":[{"text":"{{%s}}"}]}"""
                        .formatted(field));

        var refused = assertThrows(
                IllegalArgumentException.class, () -> renderer.render(Samples.task(template, Samples.data())));
        var earlier = assertThrows(IllegalArgumentException.class, () -> TemplateTrial.run(template, Samples.data()));

        assertTrue(refused.getMessage().contains(field), refused.getMessage());
        assertEquals(refused.getMessage(), earlier.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESULT", "STAGE_RESULT"})
    void trialAsksForTheSameFieldsAsPrinting(DocumentKind kind) {
        String title = TemplateTrial.run(Samples.letter(kind), Samples.data());

        assertFalse(title.contains("{{"), title);
    }

    @Test
    void attachesOnlyWhatIsPrintedMaskedAsPrinted() throws Exception {
        ObjectNode data = Samples.data();
        ((ObjectNode) data.get("applicant")).put("idNumber", "91000000MA0000000N");
        byte[] pdf = renderer.render(Samples.task(Samples.letter(DocumentKind.ACCEPT_NOTICE), data));

        JsonNode attached = attachment(pdf);

        assertEquals("9100**********000N", attached.at("/applicant/idMasked").asText());
        assertEquals("云州市甜水井餐饮管理有限公司", attached.at("/applicant/name").asText());
        assertTrue(attached.at("/applicant/idNumber").isMissingNode(), attached.toString());
        assertTrue(attached.at("/decision").isMissingNode(), attached.toString());
    }

    @Test
    void longTablesGoOnUnderARepeatedHead() throws Exception {
        ObjectNode data = Samples.data();
        var rows = data.putArray("materials");
        IntStream.range(0, 60).forEach(i -> rows.addObject()
                .put("name", "第" + i + "份材料，名称较长，以便在表格中占用多行并使表格跨越数页")
                .put("form", "电子")
                .put("originals", "0")
                .put("copies", "1"));

        byte[] pdf = renderer.render(Samples.task(Samples.letter(DocumentKind.MATERIAL_RECEIPT), data));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() >= 3);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertTrue(second.getText(document).contains("材料名称"));
        }
        assertEquals(List.of(), PdfA.problems(pdf));
    }

    @Test
    void namesTheCharacterThatNoFontHas() {
        Renderer bare = new Renderer(new FontShelf(Optional.empty(), Path.of("/nonexistent")));
        ObjectNode data = Samples.data();
        ((ObjectNode) data.get("applicant")).put("name", "王𰻞");

        var missing = assertThrows(
                MissingGlyph.class, () -> bare.render(Samples.task(Samples.letter(DocumentKind.ACCEPT_NOTICE), data)));

        assertTrue(
                missing.getMessage().contains("𰻞") && missing.getMessage().contains("U+30EDE"), missing.getMessage());
    }

    @Test
    void takesAnotherFontForACharacterTheFirstLacks() throws Exception {
        ObjectNode data = Samples.data();
        // A playing card: no Chinese font has it, DejaVu Sans does.
        Path fonts = Path.of("/usr/share/fonts/truetype/dejavu");
        assertTrue(Files.isDirectory(fonts), "this test needs DejaVu: ./dev test installs it (fonts-dejavu-core)");
        ((ObjectNode) data.get("applicant")).put("name", "王🂡");

        Renderer other = new Renderer(new FontShelf(Optional.of(fonts), Path.of("/nonexistent")));
        byte[] pdf = other.render(Samples.task(Samples.letter(DocumentKind.ACCEPT_NOTICE), data));

        assertTrue(text(pdf).contains("王🂡"));
        assertEquals(List.of(), PdfA.problems(pdf));
    }

    @Test
    void manyThreadsShareTheFonts() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> tasks = IntStream.range(0, 24)
                    .<Callable<String>>mapToObj(
                            i -> () -> text(renderer.render(Samples.task(DocumentKind.values()[i % 8]))))
                    .toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Future<String> done : threads.invokeAll(tasks)) {
                texts.add(done.get());
            }
            for (int i = 8; i < texts.size(); i++) {
                assertEquals(texts.get(i % 8), texts.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPreviewCarriesNeitherSealNorCode() throws Exception {
        Printing task = Samples.task(DocumentKind.DENIAL_DECISION);
        byte[] pdf = renderer.render(new Printing(task.template(), task.data(), "", task.code(), "", task.at(), true));

        String text = text(pdf);

        assertTrue(text.contains("样张"), text);
        assertFalse(text.contains(task.groupedCode().substring(0, 9)), text);
    }

    private static Template read(String json) {
        return Template.read("test.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static JsonNode attachment(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return JSON.readTree(document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("case.json")
                    .getEmbeddedFile()
                    .toByteArray());
        }
    }

    /** Kept for looking at. */
    private static byte[] keep(String name, byte[] pdf) throws Exception {
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name + ".pdf"), pdf);
        return pdf;
    }
}
