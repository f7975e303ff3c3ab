package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.figures.CatalogueFigures;
import org.yiwang.forms.catalogue.figures.CountFigures;
import org.yiwang.forms.catalogue.figures.Definitions;
import org.yiwang.forms.catalogue.figures.Figure;
import org.yiwang.forms.catalogue.figures.FigureKey;
import org.yiwang.forms.catalogue.figures.FigureLine;
import org.yiwang.forms.catalogue.internal.PackageReader;
import org.yiwang.forms.catalogue.internal.PackageSource;

/** The figures of a small catalogue, worked out by hand beside the test; and what the shipped one comes to. */
class CatalogueFiguresTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static ItemVersion item(String code, Consumer<ObjectNode> change) {
        ServicePackage whole = PackageSource.shipped().stream()
                .filter(found -> found.origin().endsWith("/" + code))
                .findFirst()
                .orElseThrow()
                .read();
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(whole.file("item.json").orElseThrow());
            change.accept(json);
            SortedMap<String, byte[]> files = new TreeMap<>(whole.files());
            files.put("item.json", JSON.writeValueAsBytes(json));
            return PackageReader.read(whole.origin(), files).item();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void limit(ObjectNode item, String kind, int value, String unit) {
        for (var limit : item.path("limits")) {
            if (limit.path("kind").asText().equals(kind)) {
                ((ObjectNode) limit).put("value", value).put("unit", unit);
            }
        }
    }

    /**
     * Four services by hand. A: a licence, online, no visit, law 10 promise 4, base 6 materials. B: a licence at the window
     * only, two visits, promise in another unit than the law. C: instant where the law gives 5, one visit, without a base. D: an inspection, which nobody
     * applies for.
     */
    private static List<ItemVersion> small() {
        ItemVersion a = item("food-business", item -> {
            item.putObject("visits").put("count", 0);
            limit(item, "LEGAL", 10, "WORKDAY");
            limit(item, "PROMISE", 4, "WORKDAY");
            item.putObject("baseline").put("materials", 6).put("asOf", "2018-12-31");
            ArrayNode materials = item.putArray("materials");
            paper(materials, "business-licence", "LICENCE", "REQUIRED", false);
            paper(materials, "layout", "SELF", "REQUIRED", false);
            paper(materials, "rule-list", "SELF", "DEFERRABLE", false);
            paper(materials, "photo", "SELF", "OPTIONAL", false);
            paper(materials, "lease", "SELF", "REQUIRED", true);
        });
        ItemVersion b = item("drug-retail", item -> {
            item.putObject("visits").put("count", 2).putObject("reason").put("zh-CN", "现场");
            item.putArray("channels").add("WINDOW");
            item.putObject("intake").put("post", "market/reviewer");
            limit(item, "LEGAL", 20, "CALENDAR_DAY");
            limit(item, "PROMISE", 20, "WORKDAY");
            item.remove("baseline");
        });
        ItemVersion c = item("estate-query", item -> {
            item.putObject("visits").put("count", 1).putObject("reason").put("zh-CN", "取件");
            item.remove("baseline");
        });
        ItemVersion d = item("food-produce", item -> item.put("powerType", "INSPECTION"));
        return List.of(a, b, c, d);
    }

    private static void paper(ArrayNode materials, String key, String source, String necessity, boolean sometimes) {
        ObjectNode paper = materials.addObject().put("key", key).put("source", source);
        paper.put("necessity", necessity)
                .put("acceptStandard", "清晰")
                .putObject("name")
                .put("zh-CN", key);
        if (sometimes) {
            paper.putObject("when").put("field", "online").put("is", true);
        }
    }

    private static Figure figure(FigureKey key, List<ItemVersion> items) {
        return CatalogueFigures.figure(key, CatalogueFigures.CITY, items, DAY);
    }

    private static void assertFigure(FigureKey key, long numerator, long denominator, long excluded) {
        Figure figure = figure(key, small());
        assertEquals(
                numerator + "/" + denominator + ", " + excluded,
                figure.numerator() + "/" + figure.denominator() + ", " + figure.excluded(),
                key.name());
    }

    @Test
    @DisplayName("小目录手工重算：分子、分母、不计入的")
    void comeToWhatIsWorkedOutByHand() {
        assertFigure(FigureKey.ONLINE_RATE, 2, 3, 1);
        assertFigure(FigureKey.FULL_ONLINE_RATE, 1, 3, 1);
        assertFigure(FigureKey.HALL_RATE, 2, 3, 1);
        assertFigure(FigureKey.ONE_WINDOW_RATE, 2, 2, 2);
        assertFigure(FigureKey.ONE_VISIT_RATE, 2, 3, 1);
        assertFigure(FigureKey.ZERO_VISIT_RATE, 1, 3, 1);
        assertFigure(FigureKey.INSTANT_RATE, 1, 3, 1);
        assertFigure(FigureKey.MATERIAL_CUT_RATE, 4, 6, 3);
        assertFigure(FigureKey.TIME_CUT_RATE, 6 + 5, 10 + 5, 2);
    }

    @Test
    @DisplayName("每个指标带口径版本、截至日、目标；没有分母就没有值")
    void sayWhatTheyAreMadeOf() {
        Figure figure = figure(FigureKey.MATERIAL_CUT_RATE, small());
        assertEquals(66.7, figure.percent());
        assertEquals(DAY, figure.asOf());
        assertEquals("2026.1", figure.definitionVersion());
        assertEquals(60, figure.target());
        assertTrue(figure.met());
        Figure nothing = figure(FigureKey.MATERIAL_CUT_RATE, small().subList(1, 3));
        assertNull(nothing.percent());
        assertNull(nothing.met());
        assertFalse(figure(FigureKey.ONLINE_RATE, small()).met(), "two of three is less than seventy percent");
    }

    @Test
    @DisplayName("不计入的写明原因")
    void sayWhyAServiceIsLeftOut() {
        assertEquals(
                Stream.of(null, "NO_BASELINE", "NO_BASELINE", "NOT_ON_APPLICATION")
                        .toList(),
                CountFigures.lines(FigureKey.MATERIAL_CUT_RATE, small()).stream()
                        .map(FigureLine::excluded)
                        .map(why -> why == null ? null : why.name())
                        .toList());
        assertEquals(
                FigureLine.Exclusion.OTHER_UNIT,
                CountFigures.lines(FigureKey.TIME_CUT_RATE, small()).get(1).excluded());
        assertEquals(
                FigureLine.Exclusion.NOT_IN_HALL,
                CountFigures.lines(FigureKey.ONE_WINDOW_RATE, small()).get(1).excluded());
    }

    @Test
    @DisplayName("自带目录：网上可办 ≥ 70 %、一窗受理 ≥ 70 %、材料减少 ≥ 60 %、最多跑一次的事项 ≥ 100")
    void theShippedCatalogueMeetsItsTargets() {
        List<ItemVersion> items =
                ServicePackage.shipped().stream().map(ServicePackage::item).toList();
        assertTrue(figure(FigureKey.ONLINE_RATE, items).met());
        assertTrue(figure(FigureKey.ONE_WINDOW_RATE, items).met());
        Figure materials = figure(FigureKey.MATERIAL_CUT_RATE, items);
        assertTrue(materials.met());
        assertEquals(items.stream().filter(item -> item.baseline().isEmpty()).count(), materials.excluded());
        assertTrue(figure(FigureKey.ONE_VISIT_RATE, items).numerator() >= 100);
    }

    @Test
    @DisplayName("每个指标都有口径")
    void everyFigureIsDefined() {
        for (FigureKey key : FigureKey.values()) {
            assertFalse(Definitions.of(key).name().en().isEmpty(), key.name());
            assertFalse(Definitions.of(key).definition().en().isEmpty(), key.name());
        }
    }
}
