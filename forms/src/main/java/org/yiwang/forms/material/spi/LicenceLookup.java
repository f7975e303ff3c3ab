package org.yiwang.forms.material.spi;

import java.util.Optional;

/** 电子证照查询: looks a licence up where it was issued, so that nobody has to bring what the state knows (国务院令第716号 §7). */
public interface LicenceLookup {

    /** As shown on screen and in the log; a stand-in says that it is one. */
    String name();

    boolean standIn();

    /**
     * Looks it up for this application. Called outside any transaction.
     *
     * @return empty when there is none of this person
     * @throws LookupUnavailable when nobody answers: then nobody knows, and nobody is sent for a paper because of it
     */
    Optional<PaperFound> find(PaperWanted wanted);
}
