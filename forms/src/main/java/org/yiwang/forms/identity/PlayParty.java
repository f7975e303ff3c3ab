package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.platform.Simulation;

/** 虚构申请人: makes up somebody for a {@link Simulation}; no number it gives belongs to a region, so it is nobody's. */
@ApplicationScoped
public class PlayParty {

    private static final String NOWHERE = "000000";
    private static final String PHONE = "13800138000";

    @Inject
    Parties parties;

    /** Somebody who may do everything for himself, signed in on the web. */
    public Actor of(PartyKind kind) {
        if (!Simulation.running()) {
            throw new IllegalStateException("only a simulation makes people up");
        }
        AssuranceLevel[] levels = AssuranceLevel.values();
        AssuranceLevel best = levels[levels.length - 1];
        PartyView made = parties.view(
                kind == PartyKind.PERSON
                        ? parties.add(kind, "推演申请人", IdType.ID_CARD, person(), PHONE, best)
                        : parties.add(kind, "推演单位", IdType.CREDIT_CODE, organisation(), PHONE, best));
        return ActorSource.citizen(made.internalId(), made.maskedName(), Channel.WEB);
    }

    private static String person() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(365 * 40));
        String body = NOWHERE + born.toString().replace("-", "") + String.format("%03d", random.nextInt(1000));
        return IdNumber.complete(body).value();
    }

    private static String organisation() {
        return CreditCode.assign("00" + NOWHERE, ThreadLocalRandom.current().nextLong(1_000_000))
                .value();
    }
}
