package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.document.internal.DocumentDesk;

/** 开具文书: orders a document within the caller's transaction; it is made after the commit. */
@ApplicationScoped
public class OrderDocument {

    @Inject
    DocumentDesk desk;

    /**
     * Orders all of them. Wrong orders (no such template, a field missing) fail here, where the transaction can still be
     * undone, and not later in the outbox.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void order(List<DocumentOrder> orders) {
        desk.order(orders);
    }
}
