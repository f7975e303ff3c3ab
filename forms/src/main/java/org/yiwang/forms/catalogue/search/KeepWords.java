package org.yiwang.forms.catalogue.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.internal.VersionShelf;
import org.yiwang.forms.catalogue.internal.search.UnfoundStore;
import org.yiwang.forms.catalogue.internal.search.WordStore;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;

/**
 * 维护俗称: what people say instead of the names of services. What the build brings holds until an administrator says
 * otherwise; a change is searched by on every node within seconds.
 */
@ApplicationScoped
public class KeepWords {

    /** A word that means more than these tells nothing. */
    public static final int MOST_ITEMS = 8;

    private static final int UNFOUND = 100;
    private static final int CHANGES = 50;
    private static final int CATALOGUE = 10_000;
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}A-Za-z0-9 ]{1,20}");

    @Inject
    WordStore words;

    @Inject
    UnfoundStore unfound;

    @Inject
    VersionShelf shelf;

    @Inject
    FindItem findItem;

    @Inject
    Clock clock;

    /** Words that were changed here, in their order. */
    @Transactional
    public List<SearchWord> changed(Actor actor) {
        requireAdmin(actor);
        return words.changed();
    }

    /** What was asked for several times without finding anything, the most wanted first. */
    @Transactional
    public List<UnfoundWords> unfound(Actor actor) {
        requireAdmin(actor);
        return unfound.most(UNFOUND);
    }

    /**
     * From now on the word leads to these items, the likeliest first, and to no others.
     *
     * @param items codes or full Chinese names; none where the word shall lead nowhere
     * @throws Refusal INVALID at {@code word} or {@code items}
     */
    @Transactional
    public SearchWord put(Actor actor, String word, List<String> items) {
        requireAdmin(actor);
        String plain = word == null ? "" : word.strip();
        if (!WORD.matcher(plain).matches()) {
            throw Refusal.invalid("word", "FORMAT", "俗称应为 1 至 20 个汉字、字母或数字。");
        }
        if (items.size() > MOST_ITEMS) {
            throw Refusal.invalid("items", "TOO_MANY", "一个俗称最多对应 " + MOST_ITEMS + " 个事项。");
        }
        List<String> codes = items.stream().map(this::code).distinct().toList();
        List<String> before = leadsTo(plain);
        SearchWord kept = new SearchWord(plain, codes, actor.key(), clock.instant());
        words.put(kept);
        unfound.remove(plain.toLowerCase(Locale.ROOT));
        changed(actor, plain, before);
        return kept;
    }

    private List<String> leadsTo(String word) {
        return words.all().getOrDefault(word, List.of());
    }

    /** Pressed twice, or no change at all, is nothing to remember. */
    private void changed(Actor actor, String word, List<String> before) {
        List<String> after = leadsTo(word);
        if (!after.equals(before)) {
            words.write(new WordChange(word, before, after, actor.key(), clock.instant()));
        }
        shelf.raiseRevision();
    }

    /** What was done to words here, the latest first. */
    @Transactional
    public List<WordChange> changes(Actor actor) {
        requireAdmin(actor);
        return words.changes(CHANGES);
    }

    private String code(String codeOrName) {
        return all().filter(item -> item.code().value().equals(codeOrName)
                        || item.name().zh().equals(codeOrName))
                .map(item -> item.code().value())
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("items", "UNKNOWN_ITEM", "没有“" + codeOrName + "”这个事项，请填写事项的标识或完整名称。"));
    }

    private Stream<ItemSummary> all() {
        return findItem.list(SearchQuery.ALL, null, CATALOGUE).stream();
    }

    /** The word means again what the build brings; one that the build does not know means nothing. */
    @Transactional
    public void remove(Actor actor, String word) {
        requireAdmin(actor);
        List<String> before = leadsTo(word);
        if (!words.remove(word)) {
            throw Refusal.notFound("这个俗称");
        }
        changed(actor, word, before);
    }

    /** Nothing is to be done about these words. */
    @Transactional
    public void forget(Actor actor, String asked) {
        requireAdmin(actor);
        if (!unfound.remove(asked)) {
            throw Refusal.notFound("这条记录");
        }
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("搜索用词由系统管理员维护。");
        }
    }
}
