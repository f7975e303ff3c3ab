package org.yiwang.forms.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yiwang.forms.catalogue.course.Course;
import org.yiwang.forms.catalogue.internal.CatalogueCache;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.Simulation;

/**
 * 查找事项: the published catalogue by code and in order, from memory; a change made by any node is seen within a second or
 * two. By words, {@link org.yiwang.forms.catalogue.search.SearchItems}.
 */
@ApplicationScoped
public class FindItem {

    @Inject
    CatalogueCache cache;

    protected FindItem() {}

    public FindItem(CatalogueCache cache) {
        this.cache = cache;
    }

    /** The newest version: what a draft follows and a guide shows. */
    public Optional<ItemVersion> current(ItemCode code) {
        return Simulation.current()
                .flatMap(simulation -> simulation.kept(TryVersion.key(code), ItemVersion.class))
                .or(() -> cache.snapshot().current(code));
    }

    /** Whether it takes applications; an item nobody knows stands in use. */
    public ItemStanding standing(ItemCode code) {
        return cache.snapshot().standing(code);
    }

    /**
     * New applications only: cases that run are not asked. A simulation tries what is not offered yet, or not any more.
     *
     * @throws Refusal CONFLICT / ITEM_SUSPENDED or ITEM_RETIRED, with the reason and where to go instead
     */
    public void needOpen(ItemVersion item) {
        ItemStanding standing = standing(item.code());
        if (standing.open() || Simulation.running()) {
            return;
        }
        String stands = standing.retired() ? "已取消，不再受理" : "暂停办理";
        throw Refusal.conflict(
                        standing.retired() ? "ITEM_RETIRED" : "ITEM_SUSPENDED",
                        "“" + item.name().zh() + "”" + stands + "：" + standing.reason() + "　现在可以：" + standing.instead()
                                + (standing.retired() ? "" : "　已填写的草稿为您保留，恢复办理后可以继续。"))
                .naming(item.name().in(Language.EN), standing.reason(), standing.instead());
    }

    /** The version a case was opened under, however old. */
    public ItemVersion version(long versionId) {
        return cache.version(versionId).orElseThrow(() -> Refusal.notFound("该事项版本"));
    }

    /** Items in order, {@code limit} of them after the item with code {@code after} (null: from the start). */
    public List<ItemSummary> list(Predicate<ItemVersion> which, String after, int limit) {
        return cache.snapshot().list(which, after, limit).stream()
                .map(ItemSummary::of)
                .toList();
    }

    /** Every current item, in the order of their codes after the hot ones. */
    public List<ItemVersion> all() {
        return cache.snapshot().current().toList();
    }

    /** How many there are of them on all pages. */
    public int count(Predicate<ItemVersion> which) {
        return (int) cache.snapshot().current().filter(which).count();
    }

    /** 热门事项. */
    public List<ItemSummary> hot(int limit) {
        return cache.snapshot().hot(limit).stream().map(ItemSummary::of).toList();
    }

    /** 高效办成一件事: the errands there are, in the order of their names' codes. */
    public List<ItemVersion> bundles() {
        return cache.snapshot().bundles();
    }

    /** Current items whose way has something special, in the order of their codes. */
    public List<ItemVersion> having(Predicate<Course> what) {
        return cache.snapshot()
                .current()
                .filter(item -> what.test(item.course()))
                .toList();
    }

    /** 告知承诺事项: services in which a promise may stand for a proof. */
    public List<ItemVersion> onPromise() {
        return cache.snapshot().onPromise();
    }

    /** Themes that hold at least one item. */
    public List<Theme> themes() {
        return cache.snapshot().themes();
    }

    /** Rises with every publication; part of ETags. */
    public long revision() {
        return cache.snapshot().revision();
    }
}
