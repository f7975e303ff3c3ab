package org.yiwang.forms.catalogue.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;

/**
 * 一件事: several services asked for at once, with one form, one set of materials and one promised date (国办发〔2022〕32号；
 * GB/T 45836-2025). What a merged question or material means for each service stands with its {@link BundleMember}.
 *
 * @param promise 总承诺时限, counted from submission
 */
public record Bundle(Span promise, DeliveryPolicy delivery, List<BundleMember> members) {

    public Bundle {
        members = List.copyOf(members);
    }

    public Optional<BundleMember> member(ItemCode item) {
        return members.stream().filter(member -> member.item().equals(item)).findFirst();
    }

    /** The services these answers call for, in the order of the bundle. */
    public List<BundleMember> chosen(JsonNode bundleAnswers) {
        return members.stream().filter(member -> member.chosen(bundleAnswers)).toList();
    }

    /**
     * 关键路径: how many working days the longest chain of dependent services may take, each within its own promise. Only
     * those the one promised date covers count.
     */
    public int criticalPath() {
        return criticalPath(members);
    }

    /** The same for some of its services. */
    public static int criticalPath(List<BundleMember> members) {
        Map<ItemCode, Integer> ends = new LinkedHashMap<>();
        int longest = 0;
        for (BundleMember member : ordered(members)) {
            int begins = member.dependsOn().stream()
                    .mapToInt(before -> ends.getOrDefault(before, 0))
                    .max()
                    .orElse(0);
            int end = begins + (member.mode().promised() ? workdays(member.promise()) : 0);
            ends.put(member.item(), end);
            longest = member.mode().promised() ? Math.max(longest, end) : longest;
        }
        return longest;
    }

    /** Every service after those it depends on; a circle is an error. */
    public static List<BundleMember> ordered(List<BundleMember> members) {
        Map<ItemCode, BundleMember> done = new LinkedHashMap<>();
        List<BundleMember> left = new java.util.ArrayList<>(members);
        List<ItemCode> all = members.stream().map(BundleMember::item).toList();
        while (!left.isEmpty()) {
            List<BundleMember> ready = left.stream()
                    .filter(member -> member.dependsOn().stream()
                            .allMatch(before -> done.containsKey(before) || !all.contains(before)))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("这些事项互相等待："
                        + left.stream().map(member -> member.item().value()).toList());
            }
            ready.forEach(member -> done.put(member.item(), member));
            left.removeAll(ready);
        }
        return List.copyOf(done.values());
    }

    /** Working days a span takes at most, rounded up; what is done at once takes none. */
    static int workdays(Span span) {
        return switch (span.unit()) {
            case IMMEDIATE -> 0;
            case HOUR -> (span.value() + 23) / 24;
            // Eight hours of an office make a day.
            case WORKING_HOUR -> (span.value() + 7) / 8;
            case WORKDAY, CALENDAR_DAY -> span.value();
            case MONTH -> span.value() * 22;
            case YEAR -> span.value() * 260;
        };
    }

    /** The promise in working days. */
    public int promisedWorkdays() {
        return promise.unit() == LimitUnit.IMMEDIATE ? 0 : workdays(promise);
    }
}
