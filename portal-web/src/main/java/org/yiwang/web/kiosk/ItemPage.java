package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.filling.DraftSummary;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.filling.StartDraft;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Departments;
import org.yiwang.web.portal.FormOnce;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;

/** 事项简介: what it is, what one gets, and the button that begins it. */
@Named("kioskItem")
@RequestScoped
@At("/kiosk/items/{code}")
public class ItemPage implements KioskPage {

    private static final int MOST_DRAFTS = 20;

    @Inject
    FindItem findItem;

    @Inject
    StartDraft startDraft;

    @Inject
    ReadDraft readDraft;

    @Inject
    FormOnce once;

    @Inject
    Departments departments;

    @Inject
    Page page;

    private ItemVersion item;

    @Override
    public boolean entrance() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return Reply.show("kiosk/item");
    }

    private void open(Visit visit) {
        item = find(visit.variable("code"))
                .filter(found -> found.offers(Channel.KIOSK))
                .orElseThrow(() -> Refusal.notFound("该事项"));
        page.setTitle(page.say(item.name()));
    }

    private Optional<ItemVersion> find(String code) {
        try {
            return findItem.current(ItemCode.of(code));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    /** Goes on with what this person has begun and not finished, here or at home. */
    @Override
    public Reply post(Visit visit) {
        open(visit);
        return visit.go(once.go(visit, () -> DraftAtKiosk.first(begun(visit))));
    }

    private DraftView begun(Visit visit) {
        return readDraft.mine(visit.actor(), null, MOST_DRAFTS).stream()
                .filter(mine -> mine.item().equals(item.code()))
                .map(DraftSummary::id)
                .map(id -> readDraft.read(visit.actor(), id))
                .filter(mine -> mine.basis().isEmpty() && mine.caseNo().isEmpty())
                .findFirst()
                .orElseGet(() -> startDraft.start(visit.actor(), item.code(), Optional.empty()));
    }

    public ItemVersion getItem() {
        return item;
    }

    public String getOrganisation() {
        return departments.name(item.organisation());
    }

    /** The promised time, else that of the law; null if neither is said. */
    public String getTime() {
        return item.limit(LimitKind.PROMISE)
                .or(() -> item.limit(LimitKind.LEGAL))
                .map(limit -> limit.span().text(page.language()))
                .orElse(null);
    }
}
