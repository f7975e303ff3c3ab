package org.yiwang.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static Optional<Map<String, String>> match(String pattern, String path) {
        return new Route(pattern, HelpPage.class).match(path);
    }

    @Test
    void aVariableStandsForExactlyOneSegment() {
        assertEquals(Optional.of(Map.of("code", "elder-allowance")), match("/items/{code}", "/items/elder-allowance"));
        assertTrue(match("/items/{code}", "/items").isEmpty());
        assertTrue(match("/items/{code}", "/items/").isEmpty());
        assertTrue(match("/items/{code}", "/items/a/b").isEmpty());
    }

    @Test
    void theHomePageIsOnlyTheHomePage() {
        assertTrue(match("/", "/").isPresent());
        assertTrue(match("/", "/x").isEmpty());
    }

    @Test
    void signInLeadsBackToOurOwnPathsOnly() {
        assertEquals("/items/elder-allowance/apply", SignInPage.ownPath("/items/elder-allowance/apply"));
        for (String foreign : new String[] {
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: x",
            ""
        }) {
            assertEquals("", SignInPage.ownPath(foreign), foreign);
        }
    }
}
