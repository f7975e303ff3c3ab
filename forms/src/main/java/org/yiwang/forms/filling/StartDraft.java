package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.situation.SituationQuestions;
import org.yiwang.forms.filling.internal.Content;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.DraftRows;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.filling.internal.Prefill;
import org.yiwang.forms.filling.internal.SealedJson;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.platform.Refusal;

/** 开始填报: for oneself, for whom one may act, or at the window for the person present. */
@ApplicationScoped
public class StartDraft {

    private static final int MOST_OPEN = 50;

    @Inject
    FindItem items;

    @Inject
    FindParty parties;

    @Inject
    Drafts drafts;

    @Inject
    DraftRows rows;

    @Inject
    SealedJson sealed;

    protected StartDraft() {}

    StartDraft(FindItem items, FindParty parties, Drafts drafts, DraftRows rows, SealedJson sealed) {
        this.items = items;
        this.parties = parties;
        this.drafts = drafts;
        this.rows = rows;
        this.sealed = sealed;
    }

    /** Begins one for oneself, or for the party of that id under a mandate. */
    @Transactional
    public DraftView start(Actor actor, ItemCode code, Optional<UUID> onBehalfOf) {
        return start(actor, code, onBehalfOf, Optional.empty());
    }

    /**
     * The same.
     *
     * @param before answers given beforehand to the questions of {@link SituationQuestions}; nothing else of it is taken
     */
    @Transactional
    public DraftView start(Actor actor, ItemCode code, Optional<UUID> onBehalfOf, Optional<JsonNode> before) {
        ItemVersion item = item(code, actor);
        PartyView self = parties.of(actor);
        Optional<UUID> other = onBehalfOf.filter(id -> !id.equals(self.id()));
        if (other.isEmpty()) {
            if (parties.minor(parties.snapshot(self.internalId()))) {
                throw Refusal.forbidden("未满18周岁的，请由监护人登录后代为办理；监护关系可在窗口登记。");
            }
            return begin(actor, item, self.internalId(), self.internalId(), "", before);
        }
        if (actor.channel() == Channel.KIOSK || item.principalOnly()) {
            throw item.principalOnly()
                    ? Refusal.of(Refusal.Kind.FORBIDDEN, "PRINCIPAL_ONLY", "该事项须由申请人本人办理，不能代办。")
                    : Refusal.of(Refusal.Kind.FORBIDDEN, "OWN_CARD_ONLY", "自助终端只为刷证本人办理，代办请到网上大厅或窗口。");
        }
        MandateView mandate = parties.mandates(actor).stream()
                .filter(held -> held.principal().id().equals(other.get()))
                .filter(held -> held.lets(MandatePower.APPLY, code.value()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.FORBIDDEN, "NO_MANDATE", "您没有为对方办理该事项的有效授权，请先取得授权，或请本人办理。"));
        if (mandate.consentMissing()) {
            throw Refusal.conflict("CONSENT_REQUIRED", "为不满14周岁的儿童办事，请监护人先在“我的授权”中同意处理儿童个人信息。");
        }
        return begin(actor, item, mandate.principal().internalId(), self.internalId(), mandate.number(), before);
    }

    /** A clerk begins one for the party present at the window. */
    @Transactional
    public DraftView startFor(Actor clerk, ItemCode code, UUID partyId) {
        ItemVersion item = item(code, clerk);
        PartyView applicant = parties.byId(clerk, partyId);
        if (!parties.minor(parties.snapshot(applicant.internalId()))) {
            return begin(clerk, item, applicant.internalId(), applicant.internalId(), "", Optional.empty());
        }
        MandateView guardian = parties.guardian(applicant.internalId())
                .filter(mandate -> !mandate.consentMissing())
                .orElseThrow(() ->
                        Refusal.conflict("GUARDIAN_REQUIRED", "申请人未满18周岁，须由监护人提交：请先登记监护关系，不满14周岁的并请监护人同意处理儿童个人信息。"));
        return begin(
                clerk,
                item,
                applicant.internalId(),
                guardian.agent().internalId(),
                guardian.number(),
                Optional.empty());
    }

    private ItemVersion item(ItemCode code, Actor actor) {
        ItemVersion item = items.current(code).orElseThrow(() -> Refusal.notFound("该事项"));
        items.needOpen(item);
        if (!item.offers(actor.channel())) {
            throw Refusal.conflict("CHANNEL", "该事项不在此渠道办理，请按办事指南选择网上大厅、窗口或自助终端。");
        }
        return item;
    }

    private DraftView begin(
            Actor actor, ItemVersion item, long applicantId, long operatorId, String basis, Optional<JsonNode> before) {
        PartySnapshot applicant = parties.snapshot(applicantId);
        PartySnapshot operator = operatorId == applicantId ? applicant : parties.snapshot(operatorId);
        needAudience(item, applicant);
        Needs.assurance(item, actor, parties, operatorId);
        if (rows.openDrafts(actor) >= MOST_OPEN && actor.citizen()) {
            throw Refusal.conflict("TOO_MANY_DRAFTS", "您已有" + MOST_OPEN + "份未提交的草稿，请先提交或删除不需要的草稿。")
                    .naming(MOST_OPEN);
        }
        Draft draft = new Draft(item.code().value(), applicantId, actor, basis, sealed.newKey());
        rows.add(draft);
        ObjectNode answers = Prefill.of(item.form(), applicant, operator);
        before.ifPresent(given -> answers.setAll(SituationQuestions.of(item).forDraft(given)));
        drafts.save(draft, item, Content.of(answers));
        return drafts.view(draft);
    }

    private static void needAudience(ItemVersion item, PartySnapshot applicant) {
        Audience audience = applicant.kind() == PartyKind.PERSON ? Audience.PERSON : Audience.ORGANISATION;
        if (!item.audience().contains(audience)) {
            throw audience == Audience.PERSON
                    ? Refusal.of(Refusal.Kind.FORBIDDEN, "FOR_ORGANISATIONS", "该事项面向法人和其他组织，请切换到您代表的单位后办理。")
                    : Refusal.of(Refusal.Kind.FORBIDDEN, "FOR_PERSONS", "该事项面向个人，请以个人身份办理。");
        }
    }
}
