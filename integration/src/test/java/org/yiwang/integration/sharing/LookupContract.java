package org.yiwang.integration.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yiwang.forms.material.spi.DataLookup;
import org.yiwang.forms.material.spi.LicenceLookup;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.forms.material.spi.PaperWanted;

/** What every store of licences and every source of data promises, stand-in or not. */
abstract class LookupContract {

    static final String KNOWN = "999999199001010016";
    static final String UNKNOWN = "999999199001019992";

    abstract LicenceLookup licences() throws Exception;

    abstract DataLookup data() throws Exception;

    static PaperWanted wanted(String number) {
        return new PaperWanted("id-card", "elder-allowance", "draft:1", "陈静", "ID_CARD", number);
    }

    @Test
    void whatIsKnownComesWithTheHoldersDataAndHisNumberMasked() throws Exception {
        for (PaperFound found : new PaperFound[] {
            licences().find(wanted(KNOWN)).orElseThrow(),
            data().find(wanted(KNOWN)).orElseThrow()
        }) {
            assertTrue(found.lines().stream().anyMatch(line -> line.value().equals("陈静")));
            assertFalse(found.lines().toString().contains(KNOWN));
            assertFalse(found.source().isBlank());
            assertEquals("paper found", found.toString(), "nothing of it in a log");
        }
    }

    @Test
    void whatThereIsNotIsEmptyAndNoError() throws Exception {
        assertTrue(licences().find(wanted(UNKNOWN)).isEmpty());
        assertTrue(data().find(wanted(UNKNOWN)).isEmpty());
    }

    @Test
    void nothingIsLookedUpWithoutAnApplication() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PaperWanted("id-card", "elder-allowance", "", "陈静", "ID_CARD", KNOWN));
    }

    @Test
    void saysOnScreenWhetherItIsAStandIn() throws Exception {
        assertEquals(licences().standIn(), licences().name().contains("替身"));
        assertEquals(data().standIn(), data().name().contains("替身"));
    }

    @Test
    void aQuestionInALogNamesNobody() {
        assertEquals("id-card for elder-allowance draft:1", wanted(KNOWN).toString());
    }
}
