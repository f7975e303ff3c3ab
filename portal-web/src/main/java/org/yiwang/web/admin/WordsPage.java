package org.yiwang.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.search.KeepWords;
import org.yiwang.forms.catalogue.search.SearchHit;
import org.yiwang.forms.catalogue.search.SearchItems;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.catalogue.search.SearchWord;
import org.yiwang.forms.catalogue.search.UnfoundWords;
import org.yiwang.web.security.CurrentActor;

/** 搜索用词页: what people looked for in vain, the words that were changed here, and what a word leads to now. */
@Named("wordsPage")
@RequestScoped
public class WordsPage {

    private static final int SHOWN = 5;

    @Inject
    KeepWords keepWords;

    @Inject
    SearchItems searchItems;

    @Inject
    FindItem findItem;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private List<SearchWord> changed;
    private List<UnfoundWords> unfound;

    @PostConstruct
    void read() {
        changed = keepWords.changed(current.actor());
        unfound = keepWords.unfound(current.actor());
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

    public String names(SearchWord word) {
        return word.items().stream().map(this::name).collect(Collectors.joining("、"));
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

    /** What stands in the field: what was sent when it was refused, else what the word leads to now. */
    public String getTyped() {
        String sent = request.getParameter("items");
        return sent != null
                ? sent
                : getLeads().stream().map(hit -> hit.item().name().zh()).collect(Collectors.joining("\n"));
    }

    public List<SearchHit> getLeads() {
        return getWord().isBlank()
                ? List.of()
                : searchItems.find(SearchQuery.of(getWord()), null, SHOWN).hits();
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
