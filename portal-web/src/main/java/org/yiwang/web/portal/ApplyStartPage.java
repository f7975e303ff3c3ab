package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.filling.DraftSummary;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.filling.StartDraft;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;

/** 开始申请: for whom, himself or somebody who has given him a mandate; or on with a draft. */
@Named("applyStart")
@RequestScoped
@At("/items/{code}/apply")
public class ApplyStartPage implements PortalPage {

    @Inject
    FindItem findItem;

    @Inject
    FindParty findParty;

    @Inject
    StartDraft startDraft;

    @Inject
    ReadDraft readDraft;

    @Inject
    CarriedAnswers carried;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private boolean carrying;
    private ItemVersion item;
    private List<Choice> choices = List.of();
    private List<DraftSummary> drafts = List.of();

    /**
     * 申请人选项.
     *
     * @param value self or the id of the principal
     * @param basis on what ground; empty for himself
     */
    public record Choice(String value, PartyView party, String basis) {}

    @Override
    public String section() {
        return "items";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return Reply.show("apply-start");
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        String who = visit.param("who");
        if (choices.stream().noneMatch(choice -> choice.value().equals(who))) {
            page.trouble("who", page.t("apply.who.missing"));
            return Reply.again("apply-start");
        }
        Optional<UUID> principal = who.equals("self") ? Optional.empty() : Optional.of(Uuids.parse(who, "该申请人"));
        return visit.go(once.go(visit, () -> "/apply/" + begin(visit, principal)));
    }

    private UUID begin(Visit visit, Optional<UUID> principal) {
        UUID begun = startDraft
                .start(visit.actor(), item.code(), principal, carried.of(visit, item.code()))
                .id();
        carried.forget(visit);
        return begun;
    }

    /** Whether answers given before come along into the application. */
    public boolean isCarrying() {
        return carrying;
    }

    private void open(Visit visit) {
        carrying = carried.of(
                        visit, GuidePage.find(findItem, visit.variable("code")).code())
                .isPresent();
        item = GuidePage.find(findItem, visit.variable("code"));
        if (!item.offers(Channel.WEB)) {
            throw Refusal.conflict("NOT_ONLINE", page.t("apply.notOnline"));
        }
        page.setTitle(page.t1("apply.title", page.say(item.name())));
        choices = choices(visit);
        drafts = readDraft.mine(visit.actor(), null, 20).stream()
                .filter(draft -> draft.item().equals(item.code()))
                .toList();
    }

    private List<Choice> choices(Visit visit) {
        List<Choice> all = new ArrayList<>();
        PartyView self = findParty.of(visit.actor());
        if (fits(self)) {
            all.add(new Choice("self", self, ""));
        }
        if (!item.principalOnly()) {
            for (MandateView mandate : findParty.mandates(visit.actor())) {
                if (fits(mandate.principal())) {
                    all.add(new Choice(
                            mandate.principal().id().toString(),
                            mandate.principal(),
                            page.t("mandate." + mandate.kind())));
                }
            }
        }
        return all;
    }

    private boolean fits(PartyView party) {
        return item.audience().contains(party.kind() == PartyKind.PERSON ? Audience.PERSON : Audience.ORGANISATION);
    }

    public ItemVersion getItem() {
        return item;
    }

    /** Drafts are kept while it takes no applications, but none is begun. */
    public ItemStanding getStanding() {
        return findItem.standing(item.code());
    }

    public List<Choice> getChoices() {
        return choices;
    }

    public List<DraftSummary> getDrafts() {
        return drafts;
    }
}
