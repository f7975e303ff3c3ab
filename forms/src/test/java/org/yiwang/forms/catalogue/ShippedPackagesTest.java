package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.catalogue.internal.PackageSource;

/** Every package of this build can be read, makes sense and passes its own test cases. */
class ShippedPackagesTest {

    @TestFactory
    List<DynamicTest> everyPackageIsFitToBePublished() {
        return PackageSource.shipped().stream()
                .map(found -> DynamicTest.dynamicTest(
                        found.origin(), () -> assertEquals(List.of(), new ItemLinter().lint(found.read()))))
                .toList();
    }

    @Test
    void theSixServicesOfTheFirstReleaseAreThere() {
        Set<String> codes = new TreeSet<>();
        items().forEach(item -> codes.add(item.code().value()));
        assertTrue(codes.containsAll(Set.of(
                "cross-medical", "estate-query", "elder-allowance", "residence-permit", "food-business", "road-dig")));
    }

    @TestFactory
    List<DynamicTest> everyFormAsksEnoughInShortSections() {
        return items().stream()
                .map(item -> DynamicTest.dynamicTest(item.code().value(), () -> {
                    List<Section> sections = item.form().sections();
                    assertTrue(sections.size() >= 2 && sections.size() <= 4, "2 to 4 sections");
                    assertTrue(
                            sections.stream().mapToInt(s -> s.fields().size()).sum() >= 8, "at least 8 fields");
                }))
                .toList();
    }

    /** The six are the shop window for people who read no Chinese. */
    @TestFactory
    List<DynamicTest> everyLabelIsThereInEnglishToo() {
        return items().stream()
                .map(item -> DynamicTest.dynamicTest(item.code().value(), () -> {
                    item.form().sections().forEach(section -> section.fields().forEach(this::inEnglish));
                    item.materials().forEach(material -> english(material.name()));
                    item.conditions().forEach(condition -> english(condition.text()));
                    item.steps().forEach(step -> english(step.name()));
                    english(item.name());
                    english(item.summary());
                }))
                .toList();
    }

    private void inEnglish(Field field) {
        english(field.label());
        field.hint().ifPresent(ShippedPackagesTest::english);
        field.options().forEach(option -> english(option.label()));
        field.fields().forEach(this::inEnglish);
    }

    private static void english(LocalText text) {
        assertTrue(!text.missing(Language.EN), text.zh());
    }

    private static List<ItemVersion> items() {
        return PackageSource.shipped().stream()
                .map(found -> found.read().item())
                .toList();
    }
}
