package org.yiwang.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AreaTest {

    @Test
    void pathsOfProgramsAreTheApi() {
        assertEquals(Area.API, Area.of("/api/v1/items"));
        assertEquals(Area.API, Area.of("/metrics"));
        assertEquals(Area.API, Area.of("/openapi"));
    }

    @Test
    void pathsOfOfficersAreTheDesk() {
        assertEquals(Area.DESK, Area.of("/desk"));
        assertEquals(Area.DESK, Area.of("/window/intake.xhtml"));
    }

    @Test
    void aKiosksPagesAreItsOwnInEveryLanguage() {
        assertEquals(Area.KIOSK, Area.of("/kiosk"));
        assertEquals(Area.KIOSK, Area.of("/en/kiosk/cases"));
        assertEquals(Area.PUBLIC, Area.of("/kiosks"));
        assertEquals(Area.PUBLIC, Area.of("/en/items"));
    }

    @Test
    void whatOnlyBeginsLikeThemIsPublic() {
        assertEquals(Area.PUBLIC, Area.of("/apiary"));
        assertEquals(Area.PUBLIC, Area.of("/windows"));
        assertEquals(Area.PUBLIC, Area.of("/"));
    }
}
