package org.yiwang.web.component;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 拒绝的说法: a refusal says in Chinese what is wrong and what to do; an English page says it by the refusal's code. What has
 * no English sentence is shown in Chinese and marked so, never left out.
 */
final class RefusalTexts {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private RefusalTexts() {}

    /**
     * 一句话.
     *
     * @param lang value of a {@code lang} attribute where the sentence is not in the language of the page, otherwise null
     */
    record Said(String text, String lang) {}

    static Said of(PageMode mode, Refusal refusal) {
        return say(mode, refusal.code(), "", refusal.getMessage(), refusal);
    }

    static Said of(PageMode mode, Refusal refusal, Problem problem) {
        return say(mode, problem.code(), problem.path(), problem.message(), refusal);
    }

    static boolean chinese(String text) {
        return text != null && CHINESE.matcher(text).find();
    }

    private static Said say(PageMode mode, String code, String path, String message, Refusal refusal) {
        if (!mode.english() || !chinese(message)) {
            return new Said(message, null);
        }
        return english(code + "." + path)
                .or(() -> english(code))
                .map(text -> new MessageFormat(text.replace("'", "''"), Locale.ENGLISH)
                        .format(refusal.values().toArray()))
                .map(text -> new Said(text, null))
                .orElseGet(() -> new Said(message, PageMode.STANDARD.htmlLang()));
    }

    private static Optional<String> english(String key) {
        try {
            return Optional.of(ResourceBundle.getBundle(
                            "org.yiwang.web.refusals",
                            Locale.ENGLISH,
                            RefusalTexts.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }
}
