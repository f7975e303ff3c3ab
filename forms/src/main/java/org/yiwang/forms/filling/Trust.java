package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.spi.CreditStanding;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.platform.Refusal;

/** 承诺资格: whose word is taken: not that of somebody listed, nor of an agent who may not promise. */
@ApplicationScoped
class Trust {

    @Inject
    CreditStanding credit;

    @Inject
    FindParty parties;

    protected Trust() {}

    Trust(CreditStanding credit, FindParty parties) {
        this.credit = credit;
        this.parties = parties;
    }

    /** 守卫⑤, and 可否代为承诺. */
    void need(Actor actor, Draft draft, ItemVersion item, Promises promises) {
        if (promises.none()) {
            return;
        }
        if (credit.listed(draft.applicantId())) {
            throw Refusal.conflict(
                    "CREDIT_LISTED", "申请人在失信名单内且尚未修复，不适用容缺受理和告知承诺。请提交所需材料照常办理；对名单有异议或者已经改正的，可在“我的信用记录”提出异议或申请修复。");
        }
        if (draft.basis().isEmpty() || !actor.citizen()) {
            return;
        }
        if (promises.commitment()
                && item.commitment().filter(CommitmentRule::byAgent).isEmpty()) {
            throw Refusal.forbidden("这项承诺须由申请人本人作出，不能代为承诺。请提交证明材料，或由申请人本人登录办理。");
        }
        boolean may = parties.mandates(actor).stream()
                .anyMatch(mandate ->
                        mandate.number().equals(draft.basis()) && mandate.lets(MandatePower.PROMISE, draft.itemCode()));
        if (!may) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "NO_POWER", "您的授权不含“作出承诺”，不能代为承诺。请提交材料，或请申请人补充授权。");
        }
    }
}
