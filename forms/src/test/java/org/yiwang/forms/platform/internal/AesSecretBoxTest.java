package org.yiwang.forms.platform.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.forms.platform.Profile;

class AesSecretBoxTest {

    private static final byte[] NAME = "张三".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final MapKeyStore store = new MapKeyStore();
    private final TestClock clock = new TestClock();
    private AesSecretBox box;

    @BeforeEach
    void open() {
        box = box("one");
    }

    private AesSecretBox box(String keyFolder) {
        MasterKey master = new MasterKey();
        master.profile = Profile.TEST;
        master.data = new LocalDataFolder(folder.resolve(keyFolder));
        master.file = Optional.empty();
        return new AesSecretBox(master, store, new KeyCache(clock));
    }

    @Test
    void opensWhatItSealed() {
        long key = box.newKey();

        assertArrayEquals(NAME, box.open(key, "party:1", box.seal(key, "party:1", NAME)));
        assertArrayEquals(NAME, box("one").open(key, "party:1", box.seal(key, "party:1", NAME)), "after a restart");
    }

    @Test
    @DisplayName("证件号密文入库")
    void sealsTheSameValueDifferentlyEachTime() {
        long key = box.newKey();

        assertNotEquals(hex(box.seal(key, "party:1", NAME)), hex(box.seal(key, "party:1", NAME)));
    }

    @Test
    void opensAValueOnlyWhereItWasPut() {
        long key = box.newKey();
        byte[] sealed = box.seal(key, "party:1", NAME);

        assertThrows(IllegalStateException.class, () -> box.open(key, "party:2", sealed));
    }

    @Test
    void opensAValueOnlyUnderItsOwnKey() {
        long key = box.newKey();
        long other = box.newKey();
        byte[] sealed = box.seal(key, "party:1", NAME);

        assertThrows(IllegalStateException.class, () -> box.open(other, "party:1", sealed));
        sealed[8] = (byte) other;
        assertThrows(IllegalStateException.class, () -> box.open(other, "party:1", sealed));
    }

    @Test
    void refusesAValueOfWhichOneBitWasChanged() {
        long key = box.newKey();
        byte[] sealed = box.seal(key, "party:1", NAME);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> box.open(key, "party:1", changed), "byte " + i);
        }
        assertThrows(IllegalStateException.class, () -> box.open(key, "party:1", new byte[3]));
    }

    @Test
    void cannotOpenAnythingOnceTheKeyIsDestroyed() {
        long key = box.newKey();
        byte[] sealed = box.seal(key, "party:1", NAME);
        box.destroyKey(key);

        assertThrows(IllegalStateException.class, () -> box.open(key, "party:1", sealed));
        assertThrows(IllegalStateException.class, () -> box("one").open(key, "party:1", sealed), "from another node");
    }

    @Test
    void anotherNodeForgetsADestroyedKeyWithinAMinute() {
        long key = box.newKey();
        AesSecretBox node = box("one");
        byte[] sealed = node.seal(key, "party:1", NAME);
        box.destroyKey(key);
        clock.push(KeyCache.KEPT);

        assertThrows(IllegalStateException.class, () -> node.open(key, "party:1", sealed));
    }

    @Test
    void readsAKeyOnceForManyValues() {
        long key = box.newKey();
        AesSecretBox node = box("one");
        for (int i = 0; i < 10; i++) {
            node.seal(key, "file:" + i, NAME);
        }

        assertEquals(1, store.loads);
    }

    @Test
    void keepsNoKeyUnwrapped() {
        long key = box.newKey();
        byte[] sealed = box.seal(key, "party:1", NAME);

        assertThrows(IllegalStateException.class, () -> Aes.open(store.keys.get(key), key + "|party:1", sealed, 9));
    }

    @Test
    void refusesAMasterKeyThatDoesNotBelongToTheDatabase() {
        box.lookupHash("id", "x");

        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> box("two").run());

        assertEquals("the master key file does not belong to this database", refusal.getMessage());
    }

    @Test
    @DisplayName("证件号散列可查重")
    void hashesAreStableAndDifferByPurpose() {
        String hash = box.lookupHash("party.number", "999999199001010016");

        assertTrue(hash.matches("[0-9a-f]{64}"));
        assertEquals(hash, box("one").lookupHash("party.number", "999999199001010016"));
        assertNotEquals(hash, box.lookupHash("token", "999999199001010016"));
        assertNotEquals(hash, box.lookupHash("party.number", "999999199001010024"));
    }

    @Test
    void derivesKeysAsTheStandardSays() {
        // RFC 5869, test case 3: no salt, no info.
        byte[] derived = Aes.derive(bytes("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), "");

        assertEquals("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d", hex(derived));
    }

    @Test
    void makesAMasterKeyThatOnlyItsOwnerMayRead() throws IOException {
        box.run();

        Path file = folder.resolve("one/master.key");
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    @Test
    void productionMakesNoKeyOfItsOwn() {
        MasterKey master = new MasterKey();
        master.profile = Profile.PRODUCTION;
        master.data = new LocalDataFolder(folder);
        master.file = Optional.empty();

        assertTrue(assertThrows(IllegalStateException.class, master::bytes)
                .getMessage()
                .contains("YIWANG_MASTER_KEY_FILE"));
        assertFalse(Files.exists(folder.resolve("master.key")));
    }

    @Test
    void refusesAMasterKeyFileThatHoldsSomethingElseWithoutSayingWhat() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "c2VjcmV0");
        MasterKey master = new MasterKey();
        master.profile = Profile.PRODUCTION;
        master.file = Optional.of(file.toString());

        String message =
                assertThrows(IllegalStateException.class, master::bytes).getMessage();
        assertFalse(message.contains("c2VjcmV0"));
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }
}
