package org.yiwang.workflow.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentRegistered;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.delivery.spi.ChangesLicence;
import org.yiwang.workflow.licence.internal.Licences;
import org.yiwang.workflow.rescission.RevokeRescinded;

/**
 * 变更登记: from the moment the changed licence is in the register it holds; whoever verifies the old one is shown its number
 * (行政许可法 §49). The old one has no last day to remind of any more.
 */
@ApplicationScoped
public class NoteChanged implements ChangesLicence {

    @Inject
    Licences licences;

    @Inject
    CaseDesk desk;

    @Inject
    Outbox outbox;

    @Override
    public Optional<Held> of(OpenCase open) {
        return open.item()
                .change()
                .flatMap(change -> licences.changing(open.file().id()))
                .map(kept -> new Held(kept.number(), kept.validTo()));
    }

    void on(@Observes DocumentRegistered registered) {
        if (registered.kind() == DocumentKind.RESULT) {
            licences.changed(registered.caseNo(), registered.number())
                    .ifPresent(replaced -> replaced(replaced, registered));
        }
    }

    private void replaced(Licences.Replaced replaced, DocumentRegistered registered) {
        OpenCase old = desk.open(Actor.SYSTEM, new CaseNo(replaced.caseNo()));
        old.clocks().stop(ClockKind.LICENCE_EXPIRY, old.now());
        old.touch();
        old.event(
                EventType.LICENCE_CHANGED,
                OpenCase.body().put("by", registered.caseNo()).put("number", registered.number()));
        desk.close(old);
        outbox.order(
                RevokeRescinded.KIND,
                replaced.document().toString(),
                "rescind:" + replaced.caseNo(),
                OpenCase.body()
                        .put("why", "内容已依法变更（行政许可法第四十九条），现以编号" + registered.number() + "的证照为准")
                        .toString());
    }
}
