package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.PartyRows;
import org.yiwang.forms.platform.Refusal;

/** 同意处理儿童个人信息: by the guardian of a child under 14, once for each guardianship (个人信息保护法 §31). */
@ApplicationScoped
public class ConsentForChild {

    @Inject
    PartyRows rows;

    @Inject
    Clock clock;

    protected ConsentForChild() {}

    ConsentForChild(PartyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional
    public void consent(Actor guardian, String number) {
        Mandate mandate = rows.lockMandate(number)
                .filter(found -> guardian.citizen() && found.agentId() == guardian.id())
                .filter(found -> found.kind() == MandateKind.GUARDIAN)
                .orElseThrow(() -> Refusal.notFound("这项监护"));
        if (!mandate.consented()) {
            mandate.consent(clock.instant());
            rows.mandateChanged();
        }
    }
}
