package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.casefile.internal.CaseLists;

/** 一件事的子件: the cases of one errand, as they stand; for the component that keeps errands. */
@ApplicationScoped
public class BundledCases {

    /** Outbox kind of the word that something happened in a case of an errand. */
    public static final String MOVED = "BUNDLE";

    @Inject
    CaseLists lists;

    @Inject
    CaseFiles files;

    @Inject
    CaseAccess access;

    @Inject
    FindItem items;

    /** In the order of their ids, which is the order in which they may be locked. */
    public List<CaseFile> of(long bundleId) {
        return lists.ofBundle(bundleId);
    }

    /** The errand a case is part of; empty for one that is not, or is not there. */
    public Optional<Long> bundleOf(CaseNo no) {
        return files.find(no).map(CaseFile::bundleId);
    }

    public boolean sees(Actor actor, CaseFile file) {
        return access.sees(actor, file, items.version(file.itemVersionId()));
    }
}
