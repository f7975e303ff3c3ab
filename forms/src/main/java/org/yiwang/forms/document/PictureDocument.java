package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.document.internal.DocumentDesk;
import org.yiwang.forms.document.internal.DocumentPictures;

/**
 * 文书图像: the pages of a registered document as pictures, for screens and printers that cannot show a PDF. Whether the
 * asker may see the case is the caller's question.
 */
@ApplicationScoped
public class PictureDocument {

    /** Fine enough to read small print on a screen, too coarse to pass for the paper. */
    public static final int ON_SCREEN = 96;
    /** As a printer wants it. */
    public static final int ON_PAPER = 200;

    @Inject
    DocumentDesk desk;

    /** PNG, one for each page. */
    public List<byte[]> pages(UUID id, int dotsPerInch) {
        return DocumentPictures.of(desk.pdf(id), dotsPerInch);
    }
}
