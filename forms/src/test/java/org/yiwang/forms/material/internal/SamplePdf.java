package org.yiwang.forms.material.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;

/** PDFs for tests, good and bad. */
public final class SamplePdf {

    private SamplePdf() {}

    /** What a test does to a document of one empty page. */
    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    public static byte[] plain() throws IOException {
        return with(document -> {});
    }

    public static byte[] encrypted(String userPassword) throws IOException {
        return with(document ->
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())));
    }

    public static byte[] withOpenScript() throws IOException {
        return with(
                document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')")));
    }

    public static byte[] openingAtAPage() throws IOException {
        return with(document -> {
            PDPageFitDestination first = new PDPageFitDestination();
            first.setPage(document.getPage(0));
            document.getDocumentCatalog().setOpenAction(first);
        });
    }

    public static byte[] withLaunchLink() throws IOException {
        return with(document -> {
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF("cmd.exe");
            link.setAction(launch);
            document.getPage(0).getAnnotations().add(link);
        });
    }

    public static byte[] withAttachment() throws IOException {
        return with(document -> {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("a.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[10])));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("a.exe", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    private static byte[] with(Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            change.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
