package org.yiwang.web.component;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** 界面文字: the chrome's own words in Chinese and English; what belongs to a service stands in its package. */
public final class Texts {

    private static final String BUNDLE = "org.yiwang.web.texts";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Texts of(PageMode mode) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(BUNDLE, mode.locale(), Texts.class.getClassLoader(), exact));
    }

    /** The text, its {@code {0}}, {@code {1}}… filled in; a missing key shows itself, so that it is seen and mended. */
    public String get(String key, Object... values) {
        String text;
        try {
            text = bundle.getString(key);
        } catch (MissingResourceException missing) {
            return "[" + key + "]";
        }
        return values.length == 0
                ? text
                : new MessageFormat(text.replace("'", "''"), bundle.getLocale()).format(values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
