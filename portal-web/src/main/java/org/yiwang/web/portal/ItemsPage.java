package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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

    @Override
    public String section() {
        return "items";
    }

    @Override
    public Reply get(Visit visit) {
        query = new SearchQuery(
                visit.param("q"),
                constant(Audience.values(), visit.param("for")),
                visit.param("theme"),
                constant(CHANNELS.toArray(Channel[]::new), visit.param("channel")),
                visit.param("dept"));
        found = searchItems.find(query, visit.param("after"), PAGE + 1);
        hits = found.hits().subList(0, Math.min(PAGE, found.hits().size()));
        next = found.hits().size() > PAGE ? hits.get(PAGE - 1).item().code().value() : null;
        page.setTitle(query.text().isEmpty() ? page.t("items.title") : page.t1("items.foundFor", query.text()));
        return Reply.show("items");
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

    /** How many on all pages; 0 where only the first are known. */
    public int getTotal() {
        return query.text().isEmpty() && next != null ? 0 : Math.max(found.total(), hits.size());
    }

    /** 您是不是要找; empty where the words were right. */
    public String getMeant() {
        return found.meant().orElse("");
    }

    public String getMeantLink() {
        return link(
                new SearchQuery(getMeant(), query.audience(), query.theme(), query.channel(), query.organisation()));
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
        return link(new SearchQuery(query.text(), other, theme, query.channel(), query.organisation()));
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
            {"dept", to.organisation()}
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
