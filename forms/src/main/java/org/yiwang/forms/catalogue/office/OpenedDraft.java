package org.yiwang.forms.catalogue.office;

import java.util.List;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.platform.Problem;

/**
 * 打开的草案: a draft with its files and what is wrong with them.
 *
 * @param files paths of its own files
 * @param currentVersion number of the version in use; 0 for none
 * @param problems what would keep it from being published, short of playing its scenarios
 * @param item what it says, if it can be read; not published, so its id is 0
 */
public record OpenedDraft(
        ItemDraft draft,
        List<String> files,
        int currentVersion,
        List<Problem> problems,
        java.util.Optional<ItemVersion> item) {

    /** Has another version been published since it was begun? */
    public boolean behind() {
        return draft.state().open() && draft.baseVersion() != currentVersion;
    }
}
