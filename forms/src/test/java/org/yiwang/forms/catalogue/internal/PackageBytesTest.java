package org.yiwang.forms.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;

class PackageBytesTest {

    private static ServicePackage elder() {
        return PackageSource.shipped().stream()
                .filter(found -> found.origin().endsWith("elder-allowance"))
                .findFirst()
                .orElseThrow()
                .read();
    }

    @Test
    void theDigestDependsOnEveryByteAndEveryName() {
        SortedMap<String, byte[]> files = new TreeMap<>(elder().files());
        String before = PackageArchive.sha256(files);
        assertEquals(before, PackageArchive.sha256(new TreeMap<>(elder().files())));
        byte[] form = files.remove("form.json");
        files.put("form2.json", form);
        assertNotEquals(before, PackageArchive.sha256(files));
        files.remove("form2.json");
        files.put("form.json", (new String(form, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));
        assertNotEquals(before, PackageArchive.sha256(files));
    }

    @Test
    void anArchivedPackageComesBackByteForByte() {
        SortedMap<String, byte[]> files = elder().files();
        SortedMap<String, byte[]> back = PackageArchive.unpack(PackageArchive.pack(files));
        assertEquals(files.keySet(), back.keySet());
        files.forEach((path, bytes) -> assertArrayEquals(bytes, back.get(path), path));
    }

    @Test
    void theSharedProcessAndTheTemplatesAreFrozenWithTheVersion() {
        assertEquals(true, elder().process().isPresent());
        assertEquals(
                true,
                elder().item().template("templates/approval-decision.json").isPresent());
    }

    @Test
    void aCompiledVersionSaysWhatThePackageSaid() {
        ServicePackage elder = elder();
        Instant at = Instant.parse("2026-11-21T01:02:03Z");
        ItemVersion read = PackageReader.version(
                new ItemReader.Identity(50, 2, "abc", at, Optional.of("p:1")), PackageReader.compile(elder));
        assertEquals(50, read.id());
        assertEquals(2, read.number());
        assertEquals(Optional.of("p:1"), read.processDefinitionId());
        assertEquals(elder.item().steps(), read.steps());
        assertEquals(elder.item().limits(), read.limits());
        assertEquals(elder.item().materials(), read.materials());
        assertEquals(elder.item().templates(), read.templates());
        assertEquals(elder.item().form().json(), read.form().json());
    }
}
