package org.yiwang.forms.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.document.internal.DocumentDesk;

/** 文书预览: lays a document out without number, seal or register entry, marked as a draft (样张). */
@ApplicationScoped
public class RenderDocument {

    @Inject
    DocumentDesk desk;

    /** PDF/A-3 bytes for the eyes of the officer who is about to order it. */
    public byte[] preview(DocumentOrder order) {
        return desk.preview(order);
    }

    /** The data a template would see: the order's own and what ordering adds to it. */
    public ObjectNode data(DocumentOrder order) {
        return desk.data(order);
    }
}
