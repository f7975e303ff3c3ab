package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.internal.JsonChanges.Spot;

/** 差异称呼: what the places of a file are called, and by what the entries of its lists are known. */
final class ChangeNames {

    /** Lists whose entries are known by something they hold. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("limits", List.of("kind")),
            Map.entry("conditions", List.of("key")),
            Map.entry("materials", List.of("key")),
            Map.entry("fees", List.of("key")),
            Map.entry("specialProcedures", List.of("type")),
            Map.entry("steps", List.of("key")),
            Map.entry("routing", List.of("after", "outcome")),
            Map.entry("legalBases", List.of("law", "article")),
            Map.entry("faqs", List.of("q")),
            Map.entry("places", List.of("name")),
            Map.entry("points", List.of("name")),
            Map.entry("grounds", List.of("key")),
            Map.entry("sections", List.of("key")),
            Map.entry("fields", List.of("key")),
            Map.entry("options", List.of("value")));

    /** Where the name of an entry stands. */
    private static final List<String> TITLES = List.of("name", "label", "title", "text", "q");

    /** Only there to hold others: nobody needs their name. */
    private static final Set<String> SILENT = Set.of("", "course", "guide", "intake");

    private final String file;
    private final JsonNode before;
    private final JsonNode after;

    ChangeNames(String file, JsonNode before, JsonNode after) {
        this.file = file;
        this.before = before;
        this.after = after;
    }

    /** Whether the list there has entries with keys; that of a commitment's materials or a document's has none. */
    static boolean keyed(Spot list) {
        return KEYS.containsKey(list.last()) && !list.names().matches("(commitment|course\\.urgency)\\.materials");
    }

    static boolean silent(Spot object) {
        return SILENT.contains(object.last());
    }

    static String key(Spot list, JsonNode entry) {
        return String.join(
                " ",
                KEYS.get(list.last()).stream()
                        .map(name -> entry.path(name).isObject()
                                ? entry.path(name).path("zh-CN").asText()
                                : entry.path(name).asText())
                        .toList());
    }

    /** What is there, with what it belongs to. */
    LocalText of(Spot spot) {
        return belonging(spot.owner(), word(spot.names()));
    }

    /** What the spot itself belongs to; for the value of a limit. */
    LocalText owner(Spot spot) {
        return spot.owner() == null ? word(spot.names()) : spot.owner();
    }

    /** The same place for what stands in it. */
    Spot inside(Spot object) {
        boolean entry = object.path().endsWith("]");
        return entry || silent(object) ? object : object.owned(of(object));
    }

    private LocalText word(String names) {
        return ChangeWords.name(names).orElseGet(() -> LocalText.of(names.isEmpty() ? file : file + " " + names));
    }

    private static LocalText belonging(LocalText owner, LocalText what) {
        return owner == null
                ? what
                : new LocalText(
                        owner.zh() + "的" + what.zh(),
                        ChangeWords.english(what) + " of " + ChangeWords.lower(owner.en()));
    }

    /** An entry of a list, such as {@code 问题“手机号码”}. */
    LocalText entry(Spot list, JsonNode entry) {
        LocalText own = own(list, entry);
        // Questions are known by themselves, whatever section they stand in.
        return list.names().equals("sections.fields") ? own : belonging(list.owner(), own);
    }

    private LocalText own(Spot list, JsonNode entry) {
        if (list.last().equals("limits")) {
            String kind = entry.path("kind").asText();
            return ChangeWords.constant(list.names() + ".kind", kind).orElse(LocalText.of(kind));
        }
        LocalText noun = ChangeWords.name("entry." + list.last()).orElse(LocalText.of(list.last()));
        LocalText title = ChangeWords.quoted(title(list, entry));
        return new LocalText(noun.zh() + title.zh(), ChangeWords.english(noun) + " " + title.en());
    }

    private LocalText title(Spot list, JsonNode entry) {
        if (list.last().equals("routing")) {
            LocalText step = stepName(entry.path("after").asText());
            String outcome = entry.path("outcome").asText();
            return new LocalText(step.zh() + " → " + outcome, ChangeWords.english(step) + " → " + outcome);
        }
        if (list.last().equals("legalBases")) {
            return LocalText.of("《" + entry.path("law").asText() + "》"
                    + entry.path("article").asText());
        }
        return TITLES.stream()
                .map(entry::path)
                .filter(JsonNode::isObject)
                .map(ChangeValues::label)
                .findFirst()
                .orElseGet(() -> LocalText.of(key(list, entry)));
    }

    private LocalText stepName(String key) {
        for (JsonNode root : List.of(after, before)) {
            for (JsonNode step : root.path("steps")) {
                if (step.path("key").asText().equals(key) && step.path("name").isObject()) {
                    return ChangeValues.label(step.path("name"));
                }
            }
        }
        return LocalText.of(key);
    }
}
