package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** 成文: lays a document out as PDF/A-3b with the drawn seal and, over it, the field that the signature will go into. */
@ApplicationScoped
class Renderer {

    static final String SIGNATURE_FIELD = "Seal";

    private FontShelf shelf;

    protected Renderer() {}

    @Inject
    Renderer(FontShelf shelf) {
        this.shelf = shelf;
    }

    byte[] render(Printing task) {
        try (PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            document.setVersion(1.7f);
            Fields fields = new Fields(task.template().key(), task.data());
            Layout.Placed seal;
            String title;
            try (Canvas canvas = new Canvas(document, shelf, task.template().landscape())) {
                Layout layout = task.template().licence()
                        ? new LicenceLayout(canvas, task, fields)
                        : new LetterLayout(canvas, task, fields);
                seal = layout.draw();
                title = fields.fill(task.template().title());
            }
            var printed = fields.printed().put("documentTitle", title).put("documentNumber", task.number());
            PdfArchive.complete(document, title, fields.fill("{{organisation.name}}"), task.at(), printed);
            if (seal.box() != null) {
                field(document, seal);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            document.save(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An empty signature field exactly over the drawn seal, so that a click on the seal shows who signed. */
    private static void field(PDDocument document, Layout.Placed seal) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(SIGNATURE_FIELD);
        PDPage page = document.getPage(seal.page());
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setPage(page);
        widget.setRectangle(seal.box());
        widget.setPrinted(true);
        widget.setLocked(true);
        PDFormXObject empty = new PDFormXObject(document);
        empty.setResources(new PDResources());
        empty.setBBox(new PDRectangle(seal.box().getWidth(), seal.box().getHeight()));
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(new PDAppearanceStream(empty.getCOSObject()));
        widget.setAppearance(appearance);
        page.getAnnotations().add(widget);
        form.getFields().add(field);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        form.getCOSObject().removeItem(COSName.DA);
    }
}
