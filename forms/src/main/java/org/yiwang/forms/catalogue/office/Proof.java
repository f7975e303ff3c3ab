package org.yiwang.forms.catalogue.office;

import java.util.List;
import org.yiwang.forms.platform.Problem;

/**
 * 检查所得: what looking a draft through, running its tests and playing its scenarios has found.
 *
 * @param sha256 of the files that were looked at
 * @param played how many scenarios were played; 0 where something before that was wrong
 */
public record Proof(String sha256, List<Problem> problems, int played) {

    public boolean holds() {
        return problems.isEmpty();
    }
}
