package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.Theme;
import org.yiwang.forms.catalogue.search.MatchedBy;
import org.yiwang.forms.catalogue.search.SearchFound;
import org.yiwang.forms.catalogue.search.SearchHit;
import org.yiwang.forms.catalogue.search.SearchItems;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.identity.Channel;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;

/** 事项清单: items by words, audience, theme, channel and department, a page at a time. */
@Named("itemsPage")
@RequestScoped
@At("/items")
public class ItemsPage implements PortalPage {

    private static final int PAGE = 20;
    private static final int HOT = 6;
    private static final List<String> VISITS = List.of("0", "1");
    private static final List<Channel> CHANNELS = List.of(Channel.WEB, Channel.WINDOW, Channel.KIOSK);

    @Inject
    FindItem findItem;

    @Inject
    SearchItems searchItems;

    @Inject
    Directory directory;

    @Inject
    Page page;

    private SearchQuery query = SearchQuery.ALL;
    private SearchFound found;
    private List<SearchHit> hits = List.of();
    private String next;
    private String after = "";

    @Override
    public String section() {
        return "items";
    }

    /** What was searched for depends on the index, which follows the catalogue a moment later. */
    @Override
    public boolean shared(Visit visit) {
        return visit.param("q").isEmpty();
    }

    @Override
    public Reply get(Visit visit) {
        query = new SearchQuery(
                visit.param("q"),
                constant(Audience.values(), visit.param("for")),
                visit.param("theme"),
                constant(CHANNELS.toArray(Channel[]::new), visit.param("channel")),
                visit.param("dept"),
                visits(visit.param("visits")));
        after = visit.param("after");
        found = searchItems.find(query, after, PAGE + 1);
        hits = found.hits().subList(0, Math.min(PAGE, found.hits().size()));
        next = found.hits().size() > PAGE ? hits.get(PAGE - 1).item().code().value() : null;
        page.setTitle(title());
        return Reply.show("items");
    }

    private String title() {
        if (!query.text().isEmpty()) {
            return page.t1("items.foundFor", query.text());
        }
        return theme().map(theme -> page.say(theme.name())).orElse(page.t("items.title"));
    }

    private Optional<Theme> theme() {
        return findItem.themes().stream()
                .filter(theme -> theme.key().equals(query.theme()))
                .findFirst();
    }

    private static Integer visits(String text) {
        return VISITS.contains(text) ? Integer.valueOf(text) : null;
    }

    /** What nobody offers narrows nothing. */
    private static <E extends Enum<E>> E constant(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public String getText() {
        return query.text();
    }

    public String getAudience() {
        return name(query.audience());
    }

    public String getTheme() {
        return query.theme();
    }

    public String getChannel() {
        return name(query.channel());
    }

    /** 跑动次数: the most that one is ready for; empty where it does not matter. */
    public String getVisits() {
        return query.mostVisits() == null ? "" : query.mostVisits().toString();
    }

    public List<String> getVisitChoices() {
        return VISITS;
    }

    /**
     * 已选条件: a filter that narrows the list now.
     *
     * @param lang where an English page has to say it in Chinese, otherwise null
     * @param without link to the list without it
     */
    public record Chosen(String label, String lang, String without) {}

    /** The filters that have no tab of their own. */
    public List<Chosen> getChosen() {
        List<Chosen> chosen = new ArrayList<>();
        theme().ifPresent(theme ->
                chosen.add(new Chosen(page.say(theme.name()), page.lang(theme.name()), with(getAudience(), ""))));
        if (query.channel() != null) {
            chosen.add(new Chosen(page.t("items.channel." + query.channel()), null, without("channel")));
        }
        if (query.mostVisits() != null) {
            chosen.add(new Chosen(page.t("items.visits." + query.mostVisits()), null, without("visits")));
        }
        directory
                .findDepartment(query.organisation())
                .ifPresent(department ->
                        chosen.add(new Chosen(department.name(), page.isEnglish() ? "zh-CN" : null, without("dept"))));
        return chosen;
    }

    private String without(String part) {
        return link(new SearchQuery(
                query.text(),
                query.audience(),
                query.theme(),
                part.equals("channel") ? null : query.channel(),
                part.equals("dept") ? "" : query.organisation(),
                part.equals("visits") ? null : query.mostVisits()));
    }

    /** The same words without any filter. */
    public String getUnfiltered() {
        return link(SearchQuery.of(query.text()));
    }

    /** The first page of the same list, for somebody on a later one; null on the first. */
    public String getFirst() {
        return after.isEmpty() ? null : link(query);
    }

    /** Names of the channels that people choose between. */
    public List<String> getChannels() {
        return CHANNELS.stream().map(Channel::name).toList();
    }

    public String getDepartment() {
        return query.organisation();
    }

    private static String name(Enum<?> value) {
        return value == null ? "" : value.name();
    }

    public List<Theme> getThemes() {
        return findItem.themes();
    }

    /** Departments that are responsible for at least one item. */
    public List<Department> getDepartments() {
        List<String> there = findItem.list(SearchQuery.ALL, null, Integer.MAX_VALUE).stream()
                .map(ItemSummary::organisation)
                .toList();
        return directory.departments().stream()
                .filter(department -> there.contains(department.code()))
                .toList();
    }

    public List<SearchHit> getHits() {
        return hits;
    }

    /** How many on all pages. */
    public int getTotal() {
        return found.total();
    }

    /** 您是不是要找; empty where the words were right. */
    public String getMeant() {
        return found.meant().orElse("");
    }

    public String getMeantLink() {
        return link(new SearchQuery(
                getMeant(),
                query.audience(),
                query.theme(),
                query.channel(),
                query.organisation(),
                query.mostVisits()));
    }

    public List<SearchHit> getNear() {
        return found.near();
    }

    /** What others come for, for whom nothing was found. */
    public List<ItemSummary> getHot() {
        return findItem.hot(HOT);
    }

    /** 为什么列出: said only where the item's own name does not show it. */
    public String why(SearchHit hit) {
        return Optional.of(hit)
                .filter(one -> one.by() != MatchedBy.NAME && !query.text().isEmpty())
                .filter(one ->
                        one.phrase().isEmpty() || !page.say(one.item().name()).contains(one.phrase()))
                .map(one -> one.by() == MatchedBy.GUIDE
                        ? page.t("items.why.guide")
                        : page.t1("items.why.word", one.phrase()))
                .orElse("");
    }

    /** Link to the same list for somebody else or another theme. */
    public String with(String audience, String theme) {
        Audience other = constant(Audience.values(), audience);
        return link(
                new SearchQuery(query.text(), other, theme, query.channel(), query.organisation(), query.mostVisits()));
    }

    public String getNext() {
        return next == null ? null : link(query) + (link(query).contains("?") ? "&" : "?") + "after=" + next;
    }

    private String link(SearchQuery to) {
        StringBuilder url = new StringBuilder(page.url("/items"));
        char sign = '?';
        String[][] parts = {
            {"q", to.text()},
            {"for", name(to.audience())},
            {"theme", to.theme()},
            {"channel", name(to.channel())},
            {"dept", to.organisation()},
            {"visits", to.mostVisits() == null ? "" : to.mostVisits().toString()}
        };
        for (String[] part : parts) {
            if (!part[1].isEmpty()) {
                url.append(sign).append(part[0]).append('=').append(page.encode(part[1]));
                sign = '&';
            }
        }
        return url.toString();
    }
}
