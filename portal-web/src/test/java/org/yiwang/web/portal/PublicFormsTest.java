package org.yiwang.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every form that a public page sends must carry. */
class PublicFormsTest {

    private static final Pattern FORM = Pattern.compile("<form [^>]*method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern INCLUDE = Pattern.compile("<ui:include src=\"(/WEB-INF/tags/[a-zA-Z]+\\.xhtml)\"/>");
    private static final Path PAGES = Path.of("src/main/webapp");

    /** Signing in or out, and asking: nothing of a case changes, and done twice it is as if done once. */
    private static final Set<String> NOTHING_TO_DO_ONCE = Set.of(
            "public/sign-in.xhtml",
            "public/progress.xhtml",
            "public/verify.xhtml",
            "public/situation.xhtml",
            "public/situation-result.xhtml",
            "public/kiosk/card.xhtml",
            "public/kiosk/progress.xhtml",
            "public/kiosk/setup.xhtml",
            "WEB-INF/templates/public.xhtml",
            "WEB-INF/templates/kiosk.xhtml");

    @Test
    void everyFormThatChangesSomethingCarriesAKeySoThatItIsDoneOnce() throws IOException {
        Set<String> without = new TreeSet<>();
        for (Path page : pages()) {
            if (!formsWithout("name=\"_key\"", page).isEmpty()) {
                without.add(PAGES.relativize(page).toString());
            }
        }
        assertEquals(new TreeSet<>(NOTHING_TO_DO_ONCE), without);
    }

    @Test
    void everyFormThatChangesSomethingCarriesTheTokenAgainstOtherSites() throws IOException {
        for (Path page : pages()) {
            if (!NOTHING_TO_DO_ONCE.contains(PAGES.relativize(page).toString())) {
                assertEquals(List.of(), formsWithout("#{csrf.token}", page), page.toString());
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES.resolve("public"))) {
            return Stream.concat(
                            pages.filter(path -> path.toString().endsWith(".xhtml")),
                            Stream.of("public", "kiosk")
                                    .map(name -> PAGES.resolve("WEB-INF/templates/" + name + ".xhtml")))
                    .toList();
        }
    }

    private static List<String> formsWithout(String what, Path page) throws IOException {
        return FORM.matcher(whole(page))
                .results()
                .map(form -> form.group())
                .filter(form -> !form.contains(what))
                .toList();
    }

    /** The page with what it includes. */
    private static String whole(Path page) throws IOException {
        String text = Files.readString(page);
        for (Matcher include = INCLUDE.matcher(text); include.find(); include = INCLUDE.matcher(text)) {
            text = text.replace(
                    include.group(),
                    Files.readString(PAGES.resolve(include.group(1).substring(1))));
        }
        return text;
    }
}
