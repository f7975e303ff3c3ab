package org.yiwang.forms.catalogue.spi;

import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;

/** 事项包验证: somebody who can play the scenarios a package brings, which needs the whole platform. */
public interface PackageProof {

    /**
     * 演出结果.
     *
     * @param problems where a scenario did not end as it says; paths begin with the file
     */
    record Played(int scenarios, List<Problem> problems) {}

    /** Plays the scenarios that have events; never within a transaction, and nothing of it stays. */
    Played play(Actor actor, byte[] zip);
}
