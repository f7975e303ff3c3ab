package org.yiwang.test.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.internal.search.CatalogueIndex;
import org.yiwang.forms.catalogue.internal.search.ShippedWords;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.test.YiwangServer;

/**
 * How long a search takes in a catalogue a thousand times as large, beside looking at every name in turn, and whether it
 * finds there what it finds in the small one. Two times: by the clock on the wall, in which others on the machine have a
 * part, and of the processor for this one thread.
 */
final class Searches implements Scenario {

    private static final int ITEMS = 100_000;
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 10;
    private static final int JUDGED_ROUNDS = 5;
    private static final long SEED = 20261123;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<String> PLACES = List.of("云东", "云西", "城关", "湖滨", "开发区", "高新", "江北", "滨海", "南山", "青石");
    private static final List<String> KINDS = List.of("新办", "变更", "延续", "注销", "补证", "年审", "备案", "查询", "撤销", "核查");
    private static final String SYLLABLES = "安保表产场车城出船道地电房份工馆户环货机技建金景居林路旅矿贸民农气人商社水税通网文物业医音园运渔证";

    /** In every way of asking. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            "words", List.of("身份证", "食品经营许可变更", "湖滨居住证", "公积金提取", "开饭店", "道路运输"),
            "sentences", List.of("请问我想办理居住证需要什么材料", "孩子出生以后要办什么手续", "外地人怎么交社保"),
            "pinyin", List.of("shenfenzheng", "juzhuzheng", "gongjijintiqu", "shipinjingyingxuke"),
            "initials", List.of("sfz", "jzz", "gjjtq"),
            "slips", List.of("居住正", "公机金", "身份正"),
            "nothing", List.of("火星移民", "qqzzxx"));

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean inProcess() {
        return true;
    }

    @Override
    public void run(Ground ground, Options options) {
        List<ItemVersion> items = invented(ITEMS * options.size());
        long began = System.nanoTime();
        CatalogueIndex index = new CatalogueIndex(1, items, ShippedWords.all());
        System.out.printf(
                Locale.ROOT, "%d items: index made in %.1f s%n", items.size(), (System.nanoTime() - began) / 1e9);
        rounds(index, items, WARM_UP, new Latencies());
        Latencies latencies = new Latencies();
        rounds(index, items, ROUNDS, latencies);
        List<Judged> judged = judged().stream()
                .filter(query -> items.stream()
                        .anyMatch(item -> query.right().contains(item.code().value())))
                .toList();
        judged.forEach(query -> index.find(SearchQuery.of(query.words())));
        for (int i = 0; i < JUDGED_ROUNDS; i++) {
            judged.forEach(query -> search(index, "judged", query.words(), latencies));
        }
        System.out.println(latencies.table());
        judge(index, judged);
    }

    /** What somebody types, and the services he means. */
    private record Judged(String words, List<String> right) {}

    /** The queries that the search is judged by, wherever their services are shipped. */
    private static List<Judged> judged() {
        List<Judged> all = new ArrayList<>();
        for (String name : List.of("tuning.tsv", "held-out.tsv")) {
            Path file = YiwangServer.root()
                    .resolve("forms/src/test/resources/search")
                    .resolve(name);
            try (Stream<String> lines = Files.lines(file)) {
                lines.filter(line -> line.contains("\t") && !line.startsWith("#"))
                        .map(line -> line.split("\t"))
                        .forEach(parts -> all.add(new Judged(parts[0], List.of(parts[1].split(" ")))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** An invented service with the name of a shipped one in another place is as right as that one. */
    private static void judge(CatalogueIndex index, List<Judged> judged) {
        int first = 0;
        int five = 0;
        for (Judged query : judged) {
            List<String> found = index.find(SearchQuery.of(query.words())).hits().stream()
                    .limit(5)
                    .map(hit -> hit.item().code().value().replaceFirst("-of-.*", ""))
                    .toList();
            first += !found.isEmpty() && query.right().contains(found.get(0)) ? 1 : 0;
            five += found.stream().anyMatch(query.right()::contains) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "judged in this catalogue: %d queries, hit@1 %.1f %%, hit@5 %.1f %%%n",
                judged.size(),
                100.0 * first / judged.size(),
                100.0 * five / judged.size());
    }

    private static void search(CatalogueIndex index, String kind, String words, Latencies latencies) {
        long wall = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        index.find(SearchQuery.of(words));
        long cpuUsed = THREADS.getCurrentThreadCpuTime() - cpu;
        latencies.add("index " + kind, System.nanoTime() - wall);
        latencies.add("index " + kind + " (cpu)", cpuUsed);
    }

    private static void rounds(CatalogueIndex index, List<ItemVersion> items, int rounds, Latencies latencies) {
        for (int i = 0; i < rounds; i++) {
            QUERIES.forEach((kind, queries) -> queries.forEach(words -> {
                search(index, kind, words, latencies);
            }));
        }
        QUERIES.forEach((kind, queries) -> queries.forEach(words -> latencies.time("scan", () -> scan(items, words))));
    }

    /** What was done before there was an index. */
    private static long scan(List<ItemVersion> items, String words) {
        String word = words.toLowerCase(Locale.ROOT);
        return items.stream()
                .filter(item -> has(item.name(), word) || has(item.summary(), word))
                .count();
    }

    private static boolean has(LocalText text, String word) {
        return text.zh().toLowerCase(Locale.ROOT).contains(word)
                || text.en().toLowerCase(Locale.ROOT).contains(word);
    }

    /** The shipped services with other names, in other places and for other purposes. */
    private static List<ItemVersion> invented(int count) {
        List<ItemVersion> shipped =
                ServicePackage.shipped().stream().map(ServicePackage::item).toList();
        Random random = new Random(SEED);
        List<ItemVersion> items = new ArrayList<>(shipped);
        IntStream.range(shipped.size(), count).forEach(i -> {
            ItemVersion one = shipped.get(random.nextInt(shipped.size()));
            String name = any(PLACES, random) + letters(random) + one.name().zh() + any(KINDS, random);
            items.add(renamed(one, one.code().value() + "-of-" + i, name));
        });
        return items;
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String letters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            text.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return text.toString();
    }

    private static ItemVersion renamed(ItemVersion item, String code, String name) {
        Map<String, Object> other = Map.of(
                "code",
                ItemCode.of(code),
                "name",
                new LocalText(name, item.name().en() + " " + code));
        RecordComponent[] parts = ItemVersion.class.getRecordComponents();
        try {
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                Object is = parts[i].getAccessor().invoke(item);
                values[i] = other.getOrDefault(parts[i].getName(), is);
            }
            Constructor<ItemVersion> make = ItemVersion.class.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return make.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
