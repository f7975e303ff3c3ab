package org.yiwang.test.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.test.YiwangServer;

/** 验收用例: {@code docs/acceptance.md} says which tests prove each case of the domain, and it says so truly. */
class AcceptanceCasesTest {

    /** Between the cases that one test proves. */
    private static final String AND = " · ";

    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+#\\w+)`");
    private static final Pattern STATE = Pattern.compile("完成|(部分|尚未):\\S.+");
    /** A method with what is written above it, up to the blank line. */
    private static final Pattern METHOD =
            Pattern.compile("((?:^    [@\\s\"+}{)].*\\R)+)    (?:public )?void (\\w+)\\(", Pattern.MULTILINE);

    private static final Pattern NAMED = Pattern.compile("@DisplayName\\(\\s*((?:\"[^\"]*\"[\\s+]*)+)\\)");

    /** 一条用例. */
    private record Case(String name, List<String> rule, List<String> server, String state) {}

    private static final List<Case> CASES = new ArrayList<>();
    /** Display names of the tests of all modules; empty where a test has none. */
    private static final Map<String, String> TESTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String line : Files.readAllLines(YiwangServer.root().resolve("docs/acceptance.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && !row.group(1).equals("用例")) {
                CASES.add(new Case(row.group(1), tests(row.group(2)), tests(row.group(3)), row.group(4)));
            }
        }
        for (String module : List.of("forms", "workflow", "integration", "portal-web", "src-test")) {
            try (Stream<Path> all =
                    Files.walk(YiwangServer.root().resolve(module).resolve("src/test/java"))) {
                for (Path file : all.filter(path -> path.toString().matches(".*(Test|IT)\\.java"))
                        .toList()) {
                    collect(file);
                }
            }
        }
    }

    private static List<String> tests(String cell) {
        return TEST.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static void collect(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".java", "");
        Matcher method = METHOD.matcher(Files.readString(file));
        while (method.find()) {
            if (method.group(1).contains("@Test") || method.group(1).contains("@ParameterizedTest")) {
                TESTS.put(name + "#" + method.group(2), displayName(method.group(1)));
            }
        }
    }

    private static String displayName(String above) {
        Matcher named = NAMED.matcher(above);
        return named.find() ? named.group(1).replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\"|\"\\s*$", "") : "";
    }

    /** What each test has to be called: its cases in the order of the page. */
    private static Map<String, String> wanted() {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (Case one : CASES) {
            Stream.concat(one.rule().stream(), one.server().stream())
                    .forEach(test -> cases.computeIfAbsent(test, key -> new ArrayList<>())
                            .add(one.name()));
        }
        Map<String, String> names = new TreeMap<>();
        cases.forEach((test, of) -> names.put(test, String.join(AND, of)));
        return names;
    }

    @Test
    void everyTestOfTheListIsThereAndCalledByItsCases() {
        Map<String, String> wanted = wanted();
        assertTrue(wanted.size() > 50, "the list was read: " + wanted.size());
        List<String> missing = wanted.keySet().stream()
                .filter(test -> !TESTS.containsKey(test))
                .toList();
        assertEquals(List.of(), missing, "no such test");
        Map<String, String> called = new TreeMap<>();
        wanted.keySet().forEach(test -> called.put(test, TESTS.get(test)));
        assertEquals(wanted, called);
    }

    @Test
    void aTestCalledByACaseStandsInTheList() {
        Map<String, String> wanted = wanted();
        List<String> names = CASES.stream().map(Case::name).toList();
        List<String> unlisted = TESTS.entrySet().stream()
                .filter(test -> !wanted.containsKey(test.getKey()))
                .filter(test -> List.of(test.getValue().split(Pattern.quote(AND))).stream()
                        .anyMatch(names::contains))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), unlisted);
    }

    @Test
    void whatIsDoneIsShownAndWhatIsNotSaysWhy() {
        for (Case one : CASES) {
            assertTrue(STATE.matcher(one.state()).matches(), one.name() + ": " + one.state());
            boolean shown = !one.rule().isEmpty() || !one.server().isEmpty();
            assertEquals(!one.state().startsWith("尚未"), shown, one.name());
            if (one.state().equals("完成")) {
                assertTrue(!one.server().isEmpty(), one.name() + ": not seen through the interface");
            }
        }
        assertEquals(CASES.size(), CASES.stream().map(Case::name).distinct().count(), "a case stands once");
    }
}
