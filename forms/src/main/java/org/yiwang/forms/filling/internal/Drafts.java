package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.LookedUp;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Refusal;

/** Drafts with their content opened: found only by whoever fills them in, changed only as he saw them. */
@ApplicationScoped
public class Drafts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    DraftRows rows;

    @Inject
    SealedJson sealed;

    @Inject
    FindItem items;

    @Inject
    FindParty parties;

    @Inject
    Materials materials;

    @Inject
    Clock clock;

    protected Drafts() {}

    public Drafts(
            DraftRows rows, SealedJson sealed, FindItem items, FindParty parties, Materials materials, Clock clock) {
        this.rows = rows;
        this.sealed = sealed;
        this.items = items;
        this.parties = parties;
        this.materials = materials;
        this.clock = clock;
    }

    /** His draft; another's is as if it were not there. */
    public Draft read(Actor actor, UUID id) {
        return own(actor, rows.find(id));
    }

    /** His draft, locked until the end of the transaction. */
    public Draft lock(Actor actor, UUID id) {
        return own(actor, rows.lock(id));
    }

    /** His open draft, locked, as he saw it. */
    public Draft change(Actor actor, UUID id, long seenVersion) {
        Draft draft = open(actor, id);
        if (draft.version() != seenVersion) {
            throw Refusal.of(Refusal.Kind.STALE, "STALE", "草稿已在别处修改，本次内容没有保存。请刷新页面，核对后重新填写。");
        }
        return draft;
    }

    /** His open draft, locked. */
    public Draft open(Actor actor, UUID id) {
        Draft draft = lock(actor, id);
        if (draft.caseNo() != null) {
            throw Refusal.conflict("DRAFT_SUBMITTED", "这份申请已经提交，办件编号" + draft.caseNo() + "，请到“我的办件”查看。")
                    .naming(draft.caseNo());
        }
        needMandate(actor, draft);
        return draft;
    }

    /** A mandate that ended ends what is done under it, wherever that stands. */
    public void needMandate(Actor actor, Draft draft) {
        if (!draft.basis().isEmpty() && !stands(actor, draft)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "MANDATE_ENDED", "您的代办授权已失效或被撤销，不能继续办理，请由申请人本人办理或重新授权。");
        }
    }

    private boolean stands(Actor actor, Draft draft) {
        return (actor.citizen() ? parties.mandates(actor).stream() : parties.guardian(draft.applicantId()).stream())
                .anyMatch(mandate -> mandate.number().equals(draft.basis())
                        && mandate.lets(MandatePower.APPLY, draft.itemCode())
                        && !mandate.consentMissing());
    }

    private static Draft own(Actor actor, Optional<Draft> found) {
        return found.filter(draft -> draft.belongsTo(actor)).orElseThrow(() -> Refusal.notFound("这份草稿"));
    }

    public ItemVersion item(Draft draft) {
        return items.current(ItemCode.of(draft.itemCode()))
                .orElseThrow(() -> Refusal.conflict("ITEM_CLOSED", "该事项已暂停办理，草稿仍为您保留，请关注办事指南。"));
    }

    /** Suspended and retired items take no submissions, nor does an errand with one of them chosen. */
    public void needOpen(ItemVersion item, ObjectNode answers) {
        items.needOpen(item);
        item.bundle().ifPresent(bundle -> bundle.chosen(answers)
                .forEach(member -> items.current(member.item()).ifPresent(items::needOpen)));
    }

    /** What it holds, brought to the newest form. */
    public Content content(Draft draft) {
        Content stored = draft.content().length == 0
                ? Content.of(JsonNodeFactory.instance.objectNode())
                : sealed.open(draft.keyId(), draft.place(), draft.content(), Content.class);
        ItemVersion item = item(draft);
        return draft.itemVersionId() == item.id() || draft.itemVersionId() == 0 || draft.caseNo() != null
                ? stored
                : new CarryOver(items.version(draft.itemVersionId()).form(), item.form()).of(stored, today());
    }

    public void save(Draft draft, ItemVersion item, Content content) {
        draft.save(sealed.seal(draft.keyId(), draft.place(), content), item.id(), clock.instant());
    }

    /** What was looked up for it. */
    public List<LookedUp> looked(Draft draft) {
        return draft.looked()
                .map(seal -> List.of(sealed.open(draft.keyId(), draft.lookedPlace(), seal, LookedUp[].class)))
                .orElse(List.of());
    }

    public void keepLooked(Draft draft, List<LookedUp> looked) {
        draft.keepLooked(sealed.seal(draft.keyId(), draft.lookedPlace(), looked));
    }

    public static ServiceChoice service(ItemVersion item, Content content) {
        return content.service() == null ? ServiceChoice.first(item) : content.service();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Platform time. */
    public Instant now() {
        return clock.instant();
    }

    public PartySnapshot applicant(Draft draft) {
        return parties.snapshot(draft.applicantId());
    }

    /** Who acts: the applicant, his agent, or the guardian who stands at the window with a child's papers. */
    public PartySnapshot operator(Actor actor, Draft draft) {
        if (draft.basis().isEmpty()) {
            return applicant(draft);
        }
        return parties.snapshot(
                actor.citizen()
                        ? actor.id()
                        : parties.guardian(draft.applicantId())
                                .orElseThrow()
                                .agent()
                                .internalId());
    }

    /** As its filler sees it, under the newest version of the item. */
    public DraftView view(Draft draft) {
        ItemVersion item = item(draft);
        Content content = content(draft);
        ObjectNode answers = item.form().normalise(content.answers(), today());
        boolean submitted = draft.caseNo() != null;
        return new DraftView(
                draft.publicId(),
                item,
                draft.version(),
                answers,
                submitted ? List.of() : item.form().check(answers, today(), Language.ZH),
                materials.list(submitted ? "case:" + draft.caseNo() : draft.scope()),
                parties.snapshot(draft.applicantId()).view(),
                service(item, content),
                content.promises(),
                draft.savedAt(),
                Optional.ofNullable(draft.caseNo()),
                draft.basis(),
                content.changed().stream().filter(answers::has).toList(),
                content.kept(),
                looked(draft));
    }
}
