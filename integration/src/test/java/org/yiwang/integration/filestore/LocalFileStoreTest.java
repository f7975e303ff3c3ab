package org.yiwang.integration.filestore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.forms.platform.Refusal;

class LocalFileStoreTest {

    private static final byte[] BYTES = "sealed".getBytes(StandardCharsets.US_ASCII);
    private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2020-06-01T00:00:00Z");

    @TempDir
    Path folder;

    private LocalFileStore store;

    @BeforeEach
    void open() {
        store = new LocalFileStore(folder.resolve("files"));
    }

    @Test
    void givesBackWhatWasPutUnderItsHash() {
        String address = store.put(BYTES);
        assertEquals(64, address.length());
        assertArrayEquals(BYTES, store.get(address));
        assertEquals(address, store.put(BYTES), "twice the same is once");
    }

    @Test
    void noticesThatAFileWasChangedOrIsGone() throws IOException {
        String address = store.put(BYTES);
        Files.writeString(path(address), "other");
        assertThrows(IllegalStateException.class, () -> store.get(address));
        store.remove(address);
        store.remove(address);
        assertThrows(IllegalStateException.class, () -> store.get(address));
    }

    @Test
    void takesNoAddressThatLeadsElsewhere() {
        assertThrows(IllegalArgumentException.class, () -> store.get("../../etc/passwd"));
    }

    @Test
    void sweepsOnlyWhatIsOldAndBelongsToNobody() throws IOException {
        String young = store.put("young".getBytes(StandardCharsets.US_ASCII));
        String kept = old(store.put("kept".getBytes(StandardCharsets.US_ASCII)));
        String orphan = old(store.put("orphan".getBytes(StandardCharsets.US_ASCII)));
        Path part = Files.writeString(path(orphan).resolveSibling(".x.part"), "half");
        Files.setLastModifiedTime(part, FileTime.from(OLD));
        assertEquals(2, store.sweep(LATER, addresses -> without(addresses, kept)));
        assertArrayEquals("young".getBytes(StandardCharsets.US_ASCII), store.get(young));
        assertArrayEquals("kept".getBytes(StandardCharsets.US_ASCII), store.get(kept));
        assertThrows(IllegalStateException.class, () -> store.get(orphan));
    }

    @Test
    void whatIsPutAgainIsYoungAgain() throws IOException {
        String address = old(store.put(BYTES));
        store.put(BYTES);
        assertEquals(0, store.sweep(LATER, addresses -> addresses));
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        store.put(BYTES);
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(1, all.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void saysThatItCannotStoreInWordsForTheSender() throws IOException {
        Files.writeString(folder.resolve("files"), "a file where the folder should be");
        Refusal refusal = assertThrows(Refusal.class, () -> store.put(BYTES));
        assertEquals(Refusal.Kind.UNAVAILABLE, refusal.kind());
    }

    private Path path(String address) {
        return folder.resolve("files").resolve(address.substring(0, 2)).resolve(address);
    }

    private String old(String address) throws IOException {
        Files.setLastModifiedTime(path(address), FileTime.from(OLD));
        return address;
    }

    private static Set<String> without(Set<String> addresses, String known) {
        return Set.copyOf(addresses.stream().filter(a -> !a.equals(known)).toList());
    }
}
