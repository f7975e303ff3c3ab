package org.yiwang.forms.catalogue.search;

import java.util.function.Predicate;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.Channel;

/**
 * 检索条件; null or empty means any.
 *
 * @param text what somebody typed: Chinese words, pinyin, initials, English
 * @param theme key of a theme
 * @param organisation key of the department that is responsible
 * @param mostVisits 跑动次数: one has to come no more often than this, 0 to 2
 */
public record SearchQuery(
        String text, Audience audience, String theme, Channel channel, String organisation, Integer mostVisits)
        implements Predicate<ItemVersion> {

    /** Longer than any name; what follows is not looked at. */
    public static final int LONGEST = 60;

    public static final SearchQuery ALL = new SearchQuery(null, null, null, null, null, null);

    public SearchQuery {
        text = text == null ? "" : text.strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        theme = theme == null ? "" : theme;
        organisation = organisation == null ? "" : organisation;
    }

    public SearchQuery(String text, Audience audience, String theme, Channel channel, String organisation) {
        this(text, audience, theme, channel, organisation, null);
    }

    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, null, null, null, null);
    }

    public boolean filtered() {
        return audience != null || channel != null || mostVisits != null || !theme.isEmpty() || !organisation.isEmpty();
    }

    /** Does the item pass the filters? The text is not asked. */
    @Override
    public boolean test(ItemVersion item) {
        return (audience == null || item.audience().contains(audience))
                && (theme.isEmpty() || item.themes().contains(theme))
                && (channel == null || item.offers(channel))
                && (organisation.isEmpty() || item.organisation().equals(organisation))
                && (mostVisits == null || item.visits().count() <= mostVisits);
    }
}
