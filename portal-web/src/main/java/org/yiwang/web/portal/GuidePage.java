package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;

/** 办事指南: all that stands in the item's implementation list, as people read it. */
@Named("guidePage")
@RequestScoped
@At("/items/{code}")
public class GuidePage implements PortalPage {

    @Inject
    FindItem findItem;

    @Inject
    Page page;

    @Inject
    Departments departments;

    private ItemVersion item;

    @Override
    public String section() {
        return "items";
    }

    @Override
    public boolean shared(Visit visit) {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        item = find(findItem, visit.variable("code"));
        page.setTitle(page.say(item.name()));
        return Reply.show("guide");
    }

    /** The guide of a version that is not published, for those who draw it up. */
    public void preview(ItemVersion unpublished) {
        item = unpublished;
        page.setSection("items");
        page.setTitle(page.say(item.name()));
    }

    static ItemVersion find(FindItem findItem, String code) {
        ItemCode itemCode;
        try {
            itemCode = ItemCode.of(code);
        } catch (IllegalArgumentException notACode) {
            throw Refusal.notFound("该事项");
        }
        return findItem.current(itemCode).orElseThrow(() -> Refusal.notFound("该事项"));
    }

    public ItemVersion getItem() {
        return item;
    }

    /** Whether it takes applications, and if not why and where to go instead. */
    public ItemStanding getStanding() {
        return findItem.standing(item.code());
    }

    public boolean isOnline() {
        return item.offers(Channel.WEB) && getStanding().open();
    }

    public boolean isKiosk() {
        return item.offers(Channel.KIOSK) && getStanding().open();
    }

    public String getOrganisation() {
        return departments.name(item.organisation());
    }

    public String department(Step step) {
        return departments.name(step.post().department());
    }

    public String getPublishedOn() {
        return item.publishedAt() == null ? "" : Dates.day(item.publishedAt(), page.mode());
    }

    /** 一件事: the services it is made of; none for a service of its own. */
    public List<BundleMember> getMembers() {
        return item.bundle().map(Bundle::members).orElse(List.of());
    }

    /** Names of the services one waits for. */
    public String waitsFor(BundleMember member) {
        return member.dependsOn().stream()
                .flatMap(before -> item.bundle().orElseThrow().member(before).stream())
                .map(before -> page.say(before.name()))
                .collect(java.util.stream.Collectors.joining(page.t("comma")));
    }

    public String promiseOf(BundleMember member) {
        return member.promise().text(page.language());
    }

    /** The text of a limit such as 8个工作日, or null if the item has none of that kind. */
    public String limit(String kind) {
        return item.limit(LimitKind.valueOf(kind))
                .map(limit -> limit.span().text(page.language()))
                .orElse(null);
    }

    public List<TimeLimit> getLimits() {
        return item.limits();
    }

    public String spanOf(TimeLimit limit) {
        return limit.span().text(page.language());
    }

    public String extensionOf(TimeLimit limit) {
        return limit.extension()
                .map(extension -> page.t2(
                        "guide.extension",
                        extension.span().text(page.language()),
                        page.t("guide.approver." + extension.approver())))
                .orElse(null);
    }

    /** Materials the state holds itself are not asked for again: told apart from those to bring. */
    public List<MaterialRequirement> getMaterials() {
        return item.materials();
    }

    /** 原件 1, 复印件 2; nothing where none is asked for. */
    public String copies(MaterialRequirement material) {
        List<String> parts = new ArrayList<>();
        if (material.originals() > 0) {
            parts.add(page.t1("guide.material.originals", material.originals()));
        }
        if (material.copies() > 0) {
            parts.add(page.t1("guide.material.copies.n", material.copies()));
        }
        return parts.isEmpty() ? "—" : String.join(page.t("comma"), parts);
    }

    public String feeText(Fee fee) {
        if (fee.cents().isPresent()) {
            return Dates.yuan(fee.cents().getAsLong());
        }
        Fee.Formula by = fee.formula().orElseThrow();
        String quantity = item.form()
                .field(by.field())
                .map(field -> page.say(field.label()))
                .orElse(by.field());
        return page.t2("guide.feeBy", Dates.yuan(by.centsPerUnit()), quantity);
    }
}
