package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.yiwang.forms.document.DocumentRegistered;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.platform.Simulation;

/** 样张台: takes a document that a simulation ordered straight to the register, without number, pages or seal. */
@ApplicationScoped
public class SampleDesk {

    @Inject
    DocumentRows rows;

    @Inject
    DocumentDesk desk;

    @Inject
    Renderer renderer;

    @Inject
    Event<DocumentRegistered> registered;

    @Inject
    Clock clock;

    /** Whoever observes {@link DocumentRegistered} learns of it as of any other. */
    @Transactional(TxType.MANDATORY)
    public DocumentView register(UUID id) {
        Simulation simulation =
                Simulation.current().orElseThrow(() -> new IllegalStateException("only a simulation makes samples"));
        OfficialDocument document = rows.lock(id).orElseThrow();
        String number = "样张" + simulation.nextSerial();
        OfficialDocument done = document.with(OfficialDocument.Progress.sample(number, clock.instant()));
        rows.save(done);
        registered.fire(new DocumentRegistered(id, done.caseNo(), done.kind(), number));
        return done.view();
    }

    /** Its pages, marked 样张. */
    @Transactional(TxType.MANDATORY)
    public byte[] pages(UUID id) {
        OfficialDocument document = rows.find(id).orElseThrow();
        Printing task = desk.printing(document);
        return renderer.render(
                new Printing(task.template(), task.data(), "", task.code(), "", document.orderedAt(), true));
    }
}
