package org.yiwang.test.items;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev items lint} tells a package that can be published from one that cannot. */
class ItemsTest {

    @TempDir
    Path folder;

    @Test
    void thePackagesOfThisBuildCanBePublished() {
        assertTrue(Items.lint(List.of()));
    }

    @Test
    void aPackageWithoutAFormCannot() throws IOException {
        Files.writeString(folder.resolve("item.json"), "{\"format\": 1}");
        assertFalse(Items.lint(List.of(folder.toString())));
    }

    @Test
    void aFolderWithoutPackagesIsNoSuccess() {
        assertFalse(Items.lint(List.of(folder.toString())));
        assertFalse(Items.lint(List.of(folder.resolve("nowhere").toString())));
    }

    private static String shipped(String code) {
        return Path.of(System.getProperty("yiwang.root", ".."))
                .resolve("forms/src/main/resources/packages/" + code)
                .toString();
    }

    @Test
    void twoFoldersAreCompared() {
        assertEquals(0, Items.run("diff", shipped("elder-allowance"), shipped("elder-card")));
    }

    @Test
    void aFolderThatIsNoPackageIsSaidAndNotCompared() throws IOException {
        Files.writeString(folder.resolve("item.json"), "{\"format\": 1}");
        assertEquals(1, Items.run("diff", folder.toString(), shipped("elder-card")));
    }

    @Test
    void whatNeedsAPortalSaysSoWhenThereIsNone() throws IOException {
        assertEquals(
                1, Items.run("export", "elder-card", folder.resolve("out.zip").toString(), "--url"));
        assertEquals(2, Items.run("publish-everything"));
        assertEquals(2, Items.run());
    }
}
