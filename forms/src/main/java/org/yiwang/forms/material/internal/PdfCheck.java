package org.yiwang.forms.material.internal;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.yiwang.forms.platform.Refusal;

/**
 * PDF 检查: readable by everybody, for years, and doing nothing by itself. Looks at every object of the file, within
 * bounds: a file that costs too much to look at is refused as well.
 */
final class PdfCheck {

    private static final int MOST_OBJECTS = 100_000;
    private static final int DEEPEST = 60;
    private static final long LONGEST_NANOS = 8_000_000_000L;
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript", "Launch", "ImportData", "SubmitForm", "RichMediaExecute", "Rendition", "Movie", "Sound");
    private static final Set<String> ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");

    private final String called;
    private final byte[] bytes;
    private long deadline;
    private int seen;

    PdfCheck(String called, byte[] bytes) {
        this.called = called;
        this.bytes = bytes;
    }

    void run() {
        deadline = System.nanoTime() + LONGEST_NANOS;
        if (!new PdfStreams(bytes, deadline).bounded()) {
            throw tooMuch();
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            if (document.getNumberOfPages() == 0) {
                throw broken();
            }
            look(document.getDocument());
        } catch (InvalidPasswordException locked) {
            throw encrypted();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw broken();
        }
    }

    private void look(COSDocument document) {
        look(document.getTrailer(), 0);
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSObject object = document.getObjectFromPool(key);
            look(object == null ? null : object.getObject(), 0);
        }
    }

    /** Stays within one object: what it points to is looked at on its own. */
    private void look(COSBase base, int depth) {
        if (++seen > MOST_OBJECTS * 10 || depth > DEEPEST || System.nanoTime() > deadline) {
            throw tooMuch();
        }
        if (base instanceof COSDictionary dictionary) {
            judge(dictionary);
            for (COSName name : dictionary.keySet()) {
                look(dictionary.getItem(name), depth + 1);
            }
        } else if (base instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                look(array.get(i), depth + 1);
            }
        }
    }

    private void judge(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.JS)
                || ACTIONS.contains(name(dictionary, "S"))
                || dictionary.containsKey("XFA")
                || ANNOTATIONS.contains(name(dictionary, "Subtype"))
                || startsSomething(dictionary)) {
            throw InspectFile.invalid("PDF_ACTIVE", called, "含有脚本、自动执行动作或多媒体，不能接收。请用“打印为PDF”另存一份，或打印后扫描上传。");
        }
        if (dictionary.containsKey(COSName.EF) || dictionary.containsKey("EmbeddedFiles")) {
            throw InspectFile.invalid("PDF_ATTACHMENT", called, "里面还夹带了别的文件，不能接收。请用“打印为PDF”另存一份，夹带的文件请单独上传。");
        }
    }

    /** Opening at a certain page is harmless and common; any other action on opening is not. */
    private static boolean startsSomething(COSDictionary dictionary) {
        return dictionary.getDictionaryObject("OpenAction") instanceof COSDictionary action
                && !"GoTo".equals(name(action, "S"));
    }

    private static String name(COSDictionary dictionary, String key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }

    private Refusal encrypted() {
        return InspectFile.invalid("PDF_ENCRYPTED", called, "设有密码或权限限制，请去掉密码后另存一份再上传。");
    }

    private Refusal broken() {
        return InspectFile.invalid("PDF_BROKEN", called, "打不开，文件可能已损坏，请重新导出或扫描后上传。");
    }

    private Refusal tooMuch() {
        return InspectFile.invalid("PDF_TOO_COMPLEX", called, "结构过于复杂，无法检查。请用“打印为PDF”另存一份，或打印后扫描上传。");
    }
}
