package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.PartyRows;
import org.yiwang.forms.platform.Refusal;

/** 撤销授权: at any time by who gave it, by the agent himself, or at the window; what was done under it stands (民法典 §173). */
@ApplicationScoped
public class EndMandate {

    @Inject
    PartyRows rows;

    @Inject
    Clock clock;

    protected EndMandate() {}

    EndMandate(PartyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional
    public void end(Actor actor, String number) {
        Mandate mandate = rows.lockMandate(number)
                .filter(found -> concerns(actor, found))
                .orElseThrow(() -> Refusal.notFound("这项授权"));
        if (actor.citizen() && mandate.kind() == MandateKind.GUARDIAN) {
            throw Refusal.forbidden("监护关系不能在网上撤销，请带证明到窗口办理。");
        }
        mandate.revoke(clock.instant());
        rows.mandateChanged();
    }

    private static boolean concerns(Actor actor, Mandate mandate) {
        return actor.officer() && actor.is(Role.CLERK)
                || actor.citizen() && (mandate.principalId() == actor.id() || mandate.agentId() == actor.id());
    }
}
