package org.yiwang.forms.document.internal;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** 版式. */
interface Layout {

    /**
     * 印章位置.
     *
     * @param box as PDF counts, from the bottom left; null if there is no seal
     * @param page index
     */
    record Placed(PDRectangle box, int page) {}

    /** Draws all pages. */
    Placed draw() throws IOException;
}
