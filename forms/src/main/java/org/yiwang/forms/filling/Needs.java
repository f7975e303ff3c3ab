package org.yiwang.forms.filling;

import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.platform.Refusal;

/** What has to be true of whoever fills something in, when he begins and again when he submits. */
final class Needs {

    private Needs() {}

    /** 实名等级. Who stands at the window has shown his document there. */
    static void assurance(ItemVersion item, Actor actor, FindParty parties, long operatorId) {
        AssuranceLevel has = actor.channel() == Channel.WINDOW ? AssuranceLevel.L3 : parties.assurance(operatorId);
        if (has.compareTo(item.assurance()) < 0) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ASSURANCE", "办理该事项需要更高的实名等级，请到窗口出示证件完成核验后再办理。");
        }
    }
}
