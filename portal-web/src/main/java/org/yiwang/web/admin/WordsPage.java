package org.yiwang.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.search.KeepWords;
import org.yiwang.forms.catalogue.search.SearchFound;
import org.yiwang.forms.catalogue.search.SearchHit;
import org.yiwang.forms.catalogue.search.SearchItems;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.catalogue.search.SearchWord;
import org.yiwang.forms.catalogue.search.UnfoundWords;
import org.yiwang.forms.catalogue.search.WordChange;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 搜索用词页: what people looked for in vain, the words that were changed here, and what a word leads to now. */
@Named("wordsPage")
@RequestScoped
public class WordsPage {

    private static final int SHOWN = 5;
    private static final int FIELDS = 3;
    private static final int NEAR = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Inject
    KeepWords keepWords;

    @Inject
    SearchItems searchItems;

    @Inject
    FindItem findItem;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private List<SearchWord> changed;
    private List<UnfoundWords> unfound;
    private List<WordChange> changes;
    private List<SearchHit> leads;

    @PostConstruct
    void read() {
        changed = keepWords.changed(current.actor());
        unfound = keepWords.unfound(current.actor());
        changes = keepWords.changes(current.actor());
        leads = getWord().isBlank()
                ? List.of()
                : searchItems.look(SearchQuery.of(getWord())).hits().stream()
                        .limit(SHOWN)
                        .toList();
    }

    public List<SearchWord> getChanged() {
        return changed;
    }

    public List<UnfoundWords> getUnfound() {
        return unfound;
    }

    /** Every item, to choose from. */
    public List<ItemSummary> getItems() {
        return findItem.list(SearchQuery.ALL, null, Integer.MAX_VALUE);
    }

    public String names(List<String> codes) {
        return codes.isEmpty() ? "不指向任何事项" : codes.stream().map(this::name).collect(Collectors.joining("、"));
    }

    /** A code that is no longer in the catalogue is shown as it is. */
    private String name(String code) {
        return findItem.current(ItemCode.of(code)).map(item -> item.name().zh()).orElse(code);
    }

    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    public String getWord() {
        return parameter("word");
    }

    /** What stands in the fields: what was sent when it was refused, else what the word leads to now; some left empty. */
    public List<String> getTyped() {
        String[] sent = request.getParameterValues("items");
        List<String> typed = new ArrayList<>(
                sent != null
                        ? List.of(sent)
                        : leads.stream().map(hit -> hit.item().name().zh()).toList());
        typed.removeIf(String::isBlank);
        int fields = Math.min(KeepWords.MOST_ITEMS, Math.max(FIELDS, typed.size() + 1));
        while (typed.size() < fields) {
            typed.add("");
        }
        return typed;
    }

    public List<SearchHit> getLeads() {
        return leads;
    }

    /** What comes nearest to words that found nothing. */
    public List<SearchHit> near(UnfoundWords words) {
        SearchFound found = searchItems.look(SearchQuery.of(words.words()));
        return (found.hits().isEmpty() ? found.near() : found.hits())
                .stream().limit(NEAR).toList();
    }

    public List<WordChange> getChanges() {
        return changes;
    }

    /** An actor as the city calls him. */
    public String who(String key) {
        String[] parts = key.split(":", 2);
        return parts[0].equals("officer")
                ? directory.officer(Long.parseLong(parts[1])).map(Officer::name).orElse("工作人员")
                : "系统";
    }

    public String time(Instant instant) {
        return TIME.format(instant.atZone(clock.getZone()));
    }

    /** What has just been done, in words; empty when the page was simply opened. */
    public String getDone() {
        return switch (parameter("done")) {
            case "put" -> "已保存，几秒钟后各处的搜索都按它查找。";
            case "remove" -> "已恢复随附词表的对应。";
            case "forget" -> "已从清单中删去。";
            default -> "";
        };
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
