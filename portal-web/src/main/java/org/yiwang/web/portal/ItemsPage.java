package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.Theme;
import org.yiwang.web.component.Page;

/** 事项清单: items by words, audience and theme, a page at a time. */
@Named("itemsPage")
@RequestScoped
@At("/items")
public class ItemsPage implements PortalPage {

    private static final int PAGE = 20;

    @Inject
    FindItem findItem;

    @Inject
    Page page;

    private String text = "";
    private String audience = "";
    private String theme = "";
    private List<ItemSummary> items = List.of();
    private String next;

    @Override
    public String section() {
        return "items";
    }

    @Override
    public Reply get(Visit visit) {
        text = cut(visit.param("q"));
        theme = visit.param("theme");
        audience = visit.param("for");
        String after = visit.param("after");
        FindItem.Query query = new FindItem.Query(text, audience(), theme);
        List<ItemSummary> found = findItem.list(query, after.isEmpty() ? null : after, PAGE + 1);
        items = found.subList(0, Math.min(PAGE, found.size()));
        next = found.size() > PAGE ? items.get(PAGE - 1).code().value() : null;
        page.setTitle(text.isEmpty() ? page.t("items.title") : page.t1("items.foundFor", text));
        return Reply.show("items");
    }

    private Audience audience() {
        return switch (audience) {
            case "PERSON" -> Audience.PERSON;
            case "ORGANISATION" -> Audience.ORGANISATION;
            default -> null;
        };
    }

    private static String cut(String words) {
        return words.length() > 60 ? words.substring(0, 60) : words;
    }

    public String getText() {
        return text;
    }

    public String getAudience() {
        return audience;
    }

    public String getTheme() {
        return theme;
    }

    public List<Theme> getThemes() {
        return findItem.themes();
    }

    public List<ItemSummary> getItems() {
        return items;
    }

    /** Link to the same list with other filters. */
    public String with(String newAudience, String newTheme) {
        return link(newAudience, newTheme, null);
    }

    public String getNext() {
        return next == null ? null : link(audience, theme, next);
    }

    private String link(String newAudience, String newTheme, String after) {
        StringBuilder url = new StringBuilder(page.url("/items"));
        char sign = '?';
        String[][] parts = {{"q", text}, {"for", newAudience}, {"theme", newTheme}, {"after", after}};
        for (String[] part : parts) {
            if (part[1] != null && !part[1].isEmpty()) {
                url.append(sign).append(part[0]).append('=').append(page.encode(part[1]));
                sign = '&';
            }
        }
        return url.toString();
    }
}
