package org.yiwang.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentFileTest {

    @Test
    void readsChineseFileNamesThatWereTakenForLatin1() {
        String wire = new String("身份证.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertEquals("身份证.pdf", SentFile.utf8(wire));
        assertEquals("身份证.pdf", SentFile.utf8("身份证.pdf"));
        assertEquals("a.pdf", SentFile.utf8("a.pdf"));
    }

    @Test
    void refusesABodyWithoutExactlyOneFile() {
        assertEquals(
                422,
                assertThrows(ApiProblem.class, () -> SentFile.of(List.of())).status());
        assertEquals(
                422, assertThrows(ApiProblem.class, () -> SentFile.of(null)).status());
    }

    @Test
    void anotherContentOrNameIsAnotherRequest() {
        SentFile file = new SentFile("a.pdf", new byte[] {1});

        assertEquals(file.digest(), new SentFile("a.pdf", new byte[] {1}).digest());
        assertNotEquals(file.digest(), new SentFile("a.pdf", new byte[] {2}).digest());
        assertNotEquals(file.digest(), new SentFile("b.pdf", new byte[] {1}).digest());
    }
}
