package org.yiwang.forms.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/** An archive from outside is read only if it is plainly what it should be; all that is wrong with it is said at once. */
class PackageZipTest {

    private static final byte[] TEXT = "{\"format\": 1}".getBytes(StandardCharsets.UTF_8);

    private static byte[] zip(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] holding(String name, byte[] content) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(name, content);
        return PackageArchive.pack(files);
    }

    private static byte[] nested() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("item.json", TEXT);
        files.put("samples/form.pdf", zip("item.json"));
        return PackageArchive.pack(files);
    }

    private static List<String> refused(byte[] archive) {
        Refusal refusal = assertThrows(Refusal.class, () -> PackageZip.read(archive));
        return refusal.problems().stream().map(Problem::message).toList();
    }

    /** Where the directory speaks of its first entry. */
    private static int directory(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
    }

    @Test
    void aPackageIsReadWithOrWithoutAFolderAroundIt() {
        assertEquals(
                List.of("form.json", "item.json"),
                List.copyOf(PackageZip.read(zip("item.json", "form.json")).keySet()));
        assertEquals(
                List.of("form.json", "item.json"),
                List.copyOf(PackageZip.read(zip("my-item/item.json", "my-item/form.json"))
                        .keySet()));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        SortedMap<String, byte[]> files = PackageZip.read(zip("item.json", "tests/granted.json"));
        SortedMap<String, byte[]> again = PackageZip.read(PackageZip.write(files));
        assertEquals(files.keySet(), again.keySet());
        assertArrayEquals(files.get("item.json"), again.get("item.json"));
        assertArrayEquals(PackageZip.write(files), PackageZip.write(again), "the same files are the same bytes");
    }

    @Test
    void namesThatLeadElsewhereAreRefusedAndAllAreNamed() {
        List<String> said = refused(zip("../item.json", "/form.json", "a/../form.json", "C:\\item.json", "run.sh"));
        for (String name : List.of("../item.json", "/form.json", "a/../form.json", "C:\\item.json", "run.sh")) {
            assertTrue(said.stream().anyMatch(one -> one.contains("“" + name + "”")), name + " in " + said);
        }
    }

    @Test
    void aFolderOutsideOrAtTheRootIsNoFolderOfThePackage() {
        assertEquals(2, refused(zip("../item.json", "../form.json")).size());
        assertEquals(2, refused(zip("/item.json", "/form.json")).size());
    }

    @Test
    void aLinkIsRefusedWhateverItIsCalled() {
        byte[] archive = zip("item.json", "form.json");
        int entry = directory(archive);
        archive[entry + 5] = 3;
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 38, 0xA1FF << 16);
        assertEquals(List.of("“item.json”是链接，请放文件本身。"), refused(archive));
    }

    @Test
    void anEncryptedEntryIsRefused() {
        byte[] archive = zip("item.json");
        archive[directory(archive) + 8] |= 1;
        assertEquals(List.of("“item.json”加了密，请去掉密码重新打包。"), refused(archive));
    }

    @Test
    void aDirectoryThatListsOtherEntriesIsRefused() {
        byte[] archive = zip("item.json", "form.json");
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putShort(archive.length - 12, (short) 1);
        assertEquals(List.of("压缩包的目录和内容不一致，请重新打包为 zip 文件。"), refused(archive));
    }

    @Test
    void anArchiveInAnArchiveIsRefused() {
        assertEquals(List.of("“samples/form.pdf”本身是压缩包，事项包里不能再放压缩包。"), refused(nested()));
    }

    @Test
    void whatUnpacksToAHundredTimesItsSizeIsABomb() {
        byte[] bomb = holding("item.json", new byte[4 * 1024 * 1024]);
        assertTrue(bomb.length < 10_000, "it is small");
        assertEquals(
                "TOO_LARGE",
                assertThrows(Refusal.class, () -> PackageZip.read(bomb)).code());
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertEquals(List.of("这不是 zip 压缩包，或者里面没有文件。"), refused(TEXT));
        assertEquals(List.of("这不是 zip 压缩包，或者里面没有文件。"), refused(new byte[0]));
    }

    @Test
    void whatOtherProgramsHideThereIsLeftOut() {
        assertEquals(
                List.of("item.json"),
                List.copyOf(PackageZip.read(zip("item.json", "__MACOSX/._item.json", ".DS_Store"))
                        .keySet()));
    }
}
