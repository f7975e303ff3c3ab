package org.yiwang.web.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** 图标: which picture of the icon sheet goes with what. */
@Named("icons")
@ApplicationScoped
public class Icons {

    /** First word of a theme key that names one of these gets its picture; others get the plain list. */
    private static final Map<String, String> BY_WORD = Map.ofEntries(
            Map.entry("elder", "elder"),
            Map.entry("residence", "id"),
            Map.entry("identity", "id"),
            Map.entry("household", "id"),
            Map.entry("medical", "pill"),
            Map.entry("health", "heart"),
            Map.entry("insurance", "heart"),
            Map.entry("social", "heart"),
            Map.entry("housing", "house"),
            Map.entry("property", "house"),
            Map.entry("estate", "house"),
            Map.entry("business", "shop"),
            Map.entry("enterprise", "shop"),
            Map.entry("food", "shop"),
            Map.entry("licence", "file"),
            Map.entry("construction", "road"),
            Map.entry("road", "road"),
            Map.entry("urban", "road"),
            Map.entry("traffic", "car"),
            Map.entry("birth", "baby"),
            Map.entry("child", "baby"),
            Map.entry("education", "book"),
            Map.entry("work", "work"),
            Map.entry("employment", "work"),
            Map.entry("environment", "leaf"));

    public String ofTheme(String key) {
        for (String word : key.split("-")) {
            String icon = BY_WORD.get(word);
            if (icon != null) {
                return icon;
            }
        }
        return "list";
    }
}
