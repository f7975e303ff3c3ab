package org.yiwang.workflow.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.licence.internal.Licences;

/** 查看证照: one's own, with how long they are good. */
@ApplicationScoped
public class ReadLicences {

    @Inject
    Licences licences;

    @Inject
    ReadCase cases;

    @Inject
    Clock clock;

    /** All that this citizen holds himself. */
    @Transactional
    public List<LicenceView> mine(Actor actor) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("“我的证照”只对持证人开放。");
        }
        LocalDate today = LegalDay.of(clock.instant());
        return licences.of(actor.id()).stream()
                .map(row -> LicenceView.of(row, today))
                .toList();
    }

    /** The licence that a case gave, for whoever may see the case; empty where it gave none that ends. */
    @Transactional
    public Optional<LicenceView> ofCase(Actor actor, CaseNo no) {
        cases.fileScope(actor, no);
        LocalDate today = LegalDay.of(clock.instant());
        return licences.ofCase(no.value()).map(row -> LicenceView.of(row, today));
    }
}
