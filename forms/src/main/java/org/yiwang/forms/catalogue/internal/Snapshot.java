package org.yiwang.forms.catalogue.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Theme;

/** 目录快照: the newest version of every item as of one revision. Immutable. */
public final class Snapshot {

    private final long revision;
    private final Map<ItemCode, ItemVersion> byCode = new LinkedHashMap<>();

    /** What is offered: everything but what is retired. */
    private final List<ItemVersion> offered;

    private final Map<ItemCode, ItemStanding> standings;

    /** @param items the newest version of each item, all of them in use */
    public Snapshot(long revision, List<ItemVersion> items) {
        this(revision, items, Map.of());
    }

    /** @param standings of items that do not simply stand in use */
    public Snapshot(long revision, List<ItemVersion> items, Map<ItemCode, ItemStanding> standings) {
        this.revision = revision;
        this.standings = Map.copyOf(standings);
        items.stream().sorted(inOrder()).forEach(item -> byCode.put(item.code(), item));
        offered = byCode.values().stream()
                .filter(item -> !standing(item.code()).retired())
                .toList();
    }

    /** Whether the item takes applications. */
    public ItemStanding standing(ItemCode code) {
        return standings.getOrDefault(code, ItemStanding.IN_USE);
    }

    /** Retired items too. */
    public Stream<ItemVersion> everything() {
        return byCode.values().stream();
    }

    /** Hot items first, the rest by code: an order that paging can rely on. */
    private static Comparator<ItemVersion> inOrder() {
        return Comparator.comparingInt((ItemVersion item) -> item.hot() == 0 ? Integer.MAX_VALUE : item.hot())
                .thenComparing(item -> item.code().value());
    }

    public long revision() {
        return revision;
    }

    public Optional<ItemVersion> current(ItemCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those of the items that pass, {@code limit} of them after the one with code {@code after} (null: from the start). */
    public List<ItemVersion> list(Predicate<ItemVersion> which, String after, int limit) {
        List<ItemVersion> found = offered.stream().filter(which).toList();
        return found.stream().skip(start(found, after)).limit(limit).toList();
    }

    private static int start(List<ItemVersion> found, String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).code().value().equals(after)) {
                return i + 1;
            }
        }
        return found.size();
    }

    public List<ItemVersion> hot(int limit) {
        return offered.stream().filter(item -> item.hot() > 0).limit(limit).toList();
    }

    public Stream<ItemVersion> current() {
        return offered.stream();
    }

    public List<ItemVersion> bundles() {
        return offered.stream().filter(item -> item.bundle().isPresent()).toList();
    }

    public List<ItemVersion> onPromise() {
        return offered.stream().filter(item -> item.commitment().isPresent()).toList();
    }

    public List<Theme> themes() {
        List<Theme> themes = new ArrayList<>();
        Themes.all().forEach((key, name) -> {
            int items = (int)
                    offered.stream().filter(item -> item.themes().contains(key)).count();
            if (items > 0) {
                themes.add(new Theme(key, name, items));
            }
        });
        return List.copyOf(themes);
    }
}
