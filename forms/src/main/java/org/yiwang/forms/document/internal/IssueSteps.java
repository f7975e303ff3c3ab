package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.yiwang.forms.document.DocumentRegistered;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.platform.NumberSeries;

/**
 * 制发步骤: each step of issuing is one short transaction on the locked row. A step that was done before does nothing, so
 * that issuing may be tried again from anywhere.
 */
@ApplicationScoped
class IssueSteps {

    @Inject
    DocumentRows rows;

    @Inject
    NumberSeries numbers;

    @Inject
    DocumentDesk desk;

    @Inject
    Event<DocumentRegistered> registered;

    @Inject
    Clock clock;

    /** 编号: the number is taken and kept in one transaction, so none is lost and none is given twice. */
    @Transactional
    OfficialDocument number(UUID id) {
        OfficialDocument document = locked(id);
        if (document.state() != DocumentState.ORDERED) {
            return document;
        }
        String pattern = desk.pattern(document);
        int year = document.date().getYear();
        long next = numbers.next(
                document.issuer(), document.series(), DocumentNumber.yearly(pattern) ? year : NumberSeries.EVER);
        return save(document.with(document.progress().numbered(DocumentNumber.write(pattern, year, next))));
    }

    @Transactional
    OfficialDocument rendered(UUID id, String address) {
        OfficialDocument document = locked(id);
        return document.state() == DocumentState.NUMBERED
                ? save(document.with(document.progress().rendered(address)))
                : document;
    }

    @Transactional
    OfficialDocument sealed(UUID id, SignedPdf pdf, String address) {
        OfficialDocument document = locked(id);
        return document.state() == DocumentState.RENDERED
                ? save(document.with(document.progress().sealed(pdf, address)))
                : document;
    }

    /** 登记: whoever observes {@link DocumentRegistered} takes part in this transaction. */
    @Transactional
    OfficialDocument register(UUID id) {
        OfficialDocument document = locked(id);
        if (document.state() != DocumentState.SEALED) {
            return document;
        }
        OfficialDocument done = save(document.with(document.progress().registered(clock.instant())));
        registered.fire(new DocumentRegistered(
                done.id(), done.caseNo(), done.kind(), done.progress().number()));
        return done;
    }

    private OfficialDocument locked(UUID id) {
        return rows.lock(id).orElseThrow(() -> new IllegalStateException("no such document: " + id));
    }

    private OfficialDocument save(OfficialDocument document) {
        rows.save(document);
        return document;
    }
}
