package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.VersionChange;
import org.yiwang.forms.catalogue.VersionChange.Element;
import org.yiwang.forms.catalogue.VersionChange.Kind;
import org.yiwang.forms.catalogue.form.FormDefinition;

/**
 * 文件差异: in what two JSON files of a package differ. It looks at everything that stands there, so that no name can be forgotten;
 * {@link ChangeNames} says what it is called and {@link ChangeValues} what it holds.
 */
public final class JsonChanges {

    private static final Map<String, Element> ELEMENTS = Map.ofEntries(
            Map.entry("limits", Element.LIMIT),
            Map.entry("conditions", Element.CONDITION),
            Map.entry("materials", Element.MATERIAL),
            Map.entry("fees", Element.FEE),
            Map.entry("steps", Element.STEP),
            Map.entry("intake", Element.STEP),
            Map.entry("routing", Element.ROUTING),
            Map.entry("process", Element.PROCESS),
            Map.entry("specialProcedures", Element.SPECIAL_PROCEDURE),
            Map.entry("result", Element.RESULT),
            Map.entry("serviceMethods", Element.RESULT),
            Map.entry("legalBases", Element.LEGAL_BASIS),
            Map.entry("guide", Element.GUIDE),
            Map.entry("mode", Element.MODE),
            Map.entry("renewal", Element.MODE),
            Map.entry("deemedAcceptance", Element.MODE),
            Map.entry("deferral", Element.MODE),
            Map.entry("commitment", Element.MODE),
            Map.entry("risks", Element.MODE),
            Map.entry("instantRule", Element.MODE),
            Map.entry("bundle", Element.MODE),
            Map.entry("course", Element.MODE));

    private final String file;
    private final Element element;
    private final ChangeValues before;
    private final ChangeValues after;
    private final List<VersionChange> changes = new ArrayList<>();
    private ChangeNames names;

    /** @param element of all changes in it; those of item.json have their own */
    public JsonChanges(String file, Element element, FormDefinition before, FormDefinition after) {
        this.file = file;
        this.element = element;
        this.before = new ChangeValues(before);
        this.after = new ChangeValues(after);
    }

    public List<VersionChange> between(JsonNode older, JsonNode newer) {
        names = new ChangeNames(file, older, newer);
        values(Spot.ROOT, older, newer);
        return List.copyOf(changes);
    }

    private void values(Spot spot, JsonNode old, JsonNode now) {
        if (old.equals(now)) {
            return;
        }
        if (old.isMissingNode() && opened(spot, now)) {
            values(spot, empty(now), now);
        } else if (now.isMissingNode() && opened(spot, old)) {
            values(spot, old, empty(old));
        } else if (old.isMissingNode()
                || now.isMissingNode()
                || ChangeValues.atomic(spot, old)
                || !sameShape(old, now)) {
            Kind kind = old.isMissingNode() ? Kind.ADDED : now.isMissingNode() ? Kind.REMOVED : Kind.CHANGED;
            LocalText text = ChangeWords.change(names.of(spot), before.of(spot, old), after.of(spot, now));
            say(kind, spot, text);
        } else if (old.isObject()) {
            object(spot, old, now);
        } else if (ChangeNames.keyed(spot)) {
            entries(spot, old, now);
        } else {
            elements(spot, old, now);
        }
    }

    /** What came or went with all it holds, and is said entry by entry. */
    private static boolean opened(Spot spot, JsonNode only) {
        return only.isArray() ? ChangeNames.keyed(spot) : only.isObject() && ChangeNames.silent(spot);
    }

    private static JsonNode empty(JsonNode like) {
        return like.isArray() ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
    }

    private static boolean sameShape(JsonNode old, JsonNode now) {
        return old.isObject() && now.isObject() || old.isArray() && now.isArray();
    }

    private void object(Spot spot, JsonNode old, JsonNode now) {
        Spot inside = names.inside(spot);
        Set<String> all = new LinkedHashSet<>();
        now.fieldNames().forEachRemaining(all::add);
        old.fieldNames().forEachRemaining(all::add);
        if (ChangeValues.span(old) && ChangeValues.span(now)) {
            // A number and its unit are one thing to a reader.
            span(inside, old, now);
            all.removeAll(Set.of("value", "unit"));
        }
        all.forEach(name -> values(inside.at(name), old.path(name), now.path(name)));
    }

    private void span(Spot spot, JsonNode old, JsonNode now) {
        LocalText was = ChangeValues.spanText(old);
        LocalText is = ChangeValues.spanText(now);
        if (!was.equals(is)) {
            say(Kind.CHANGED, spot.at("value"), ChangeWords.change(names.owner(spot), was, is));
        }
    }

    private void entries(Spot spot, JsonNode old, JsonNode now) {
        Map<String, Integer> were = keys(spot, old);
        Map<String, Integer> are = keys(spot, now);
        are.forEach((key, index) -> {
            Spot entry = spot.entry(index, names.entry(spot, now.get(index)));
            if (were.containsKey(key)) {
                values(entry, old.get(were.get(key)), now.get(index));
            } else {
                whole(Kind.ADDED, entry, now.get(index), after);
            }
        });
        were.forEach((key, index) -> {
            if (!are.containsKey(key)) {
                JsonNode gone = old.get(index);
                whole(Kind.REMOVED, spot.entry(index, names.entry(spot, gone)), gone, before);
            }
        });
        List<String> common = were.keySet().stream().filter(are::containsKey).toList();
        order(spot, common, are.keySet().stream().filter(were::containsKey).toList());
    }

    private void order(Spot spot, List<?> were, List<?> are) {
        if (!were.equals(are)) {
            LocalText list = names.of(spot);
            say(
                    Kind.CHANGED,
                    spot,
                    new LocalText(list.zh() + "的顺序改了", "The order of " + ChangeWords.lower(list.en()) + " changed"));
        }
    }

    /** Index by key; the second with the same key gets another one, so that nothing is lost. */
    private static Map<String, Integer> keys(Spot spot, JsonNode list) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String key = ChangeNames.key(spot, list.get(i));
            while (keys.containsKey(key)) {
                key += "'";
            }
            keys.put(key, i);
        }
        return keys;
    }

    private void whole(Kind kind, Spot entry, JsonNode node, ChangeValues side) {
        LocalText sentence = ChangeWords.of(kind, entry.owner());
        LocalText summary = kind == Kind.ADDED ? side.summary(entry, node) : null;
        say(
                kind,
                entry,
                summary == null
                        ? sentence
                        : new LocalText(
                                sentence.zh() + "（" + summary.zh() + "）", sentence.en() + " (" + summary.en() + ")"));
    }

    /** Without keys: equal ones are the same, the others are paired in order. */
    private void elements(Spot spot, JsonNode old, JsonNode now) {
        List<Integer> gone = without(old, now);
        List<Integer> fresh = without(now, old);
        if (gone.isEmpty() && fresh.isEmpty()) {
            order(spot, List.of(old), List.of(now));
            return;
        }
        boolean choice = ChangeValues.choice(spot, old) && ChangeValues.choice(spot, now);
        int pairs = choice ? 0 : Math.min(gone.size(), fresh.size());
        for (int i = 0; i < pairs; i++) {
            Spot one = spot.entry(fresh.get(i), spot.owner());
            values(one, old.get(gone.get(i)), now.get(fresh.get(i)));
        }
        gone.subList(pairs, gone.size()).forEach(i -> one(Kind.REMOVED, spot, i, before.of(spot, old.get(i))));
        fresh.subList(pairs, fresh.size()).forEach(i -> one(Kind.ADDED, spot, i, after.of(spot, now.get(i))));
    }

    private void one(Kind kind, Spot spot, int index, LocalText value) {
        LocalText list = names.of(spot);
        boolean added = kind == Kind.ADDED;
        say(
                kind,
                spot.entry(index, spot.owner()),
                new LocalText(
                        list.zh() + (added ? "新增" : "删去") + value.zh(),
                        ChangeWords.capital(list.en())
                                + (added ? ": added " : ": removed ")
                                + ChangeWords.english(value)));
    }

    private static List<Integer> without(JsonNode list, JsonNode other) {
        List<JsonNode> left = new ArrayList<>();
        other.forEach(left::add);
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!left.remove(list.get(i))) {
                without.add(i);
            }
        }
        return without;
    }

    private void say(Kind kind, Spot spot, LocalText text) {
        String first = spot.names().split("\\.")[0];
        Element of = file.equals("item.json") ? ELEMENTS.getOrDefault(first, Element.BASICS) : element;
        changes.add(new VersionChange(kind, of, file, spot.path(), text));
    }

    /**
     * 位置: a place in the file.
     *
     * @param path with indexes, for those who edit the file
     * @param names without them, for looking up words
     * @param owner what it belongs to, such as {@code 材料“身份证”}; null at the top
     */
    record Spot(String path, String names, LocalText owner) {

        static final Spot ROOT = new Spot("", "", null);

        Spot at(String name) {
            return new Spot(
                    path.isEmpty() ? name : path + "." + name, names.isEmpty() ? name : names + "." + name, owner);
        }

        Spot entry(int index, LocalText label) {
            return new Spot(path + "[" + index + "]", names, label);
        }

        Spot owned(LocalText label) {
            return new Spot(path, names, label);
        }

        String last() {
            return names.substring(names.lastIndexOf('.') + 1);
        }
    }
}
