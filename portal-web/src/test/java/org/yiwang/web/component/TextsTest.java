package org.yiwang.web.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    /** A whole key: {@code page.t('x.y')}; one that is put together ends with a dot and is not looked at. */
    private static final Pattern KEY =
            Pattern.compile("page\\.t[12]?\\(\\s*['\"]([a-zA-Z0-9.]+[a-zA-Z0-9])['\"]\\s*[,)]");

    private static Set<String> keys(PageMode mode) {
        return new TreeSet<>(ResourceBundle.getBundle(
                        "org.yiwang.web.texts",
                        mode.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        assertEquals(keys(PageMode.STANDARD), keys(PageMode.ENGLISH));
    }

    @Test
    void everyKeyThatAPageNamesIsThere() throws IOException {
        Set<String> known = keys(PageMode.STANDARD);
        Set<String> missing = new TreeSet<>();
        for (Path file : sources()) {
            Matcher matcher = KEY.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    missing.add(file.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> views = Files.walk(Path.of("src/main/webapp"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java/org/yiwang/web"))) {
            return Stream.concat(views, classes)
                    .filter(path -> path.toString().endsWith(".xhtml")
                            || path.toString().endsWith(".java"))
                    .toList();
        }
    }

    @Test
    void aMissingKeyShowsItself() {
        assertEquals("[no.such.key]", Texts.of(PageMode.STANDARD).get("no.such.key"));
    }

    @Test
    void valuesAreFilledInAndQuotesAreOrdinaryLetters() {
        assertEquals("共 3 个事项", Texts.of(PageMode.STANDARD).get("items.found", 3));
    }
}
