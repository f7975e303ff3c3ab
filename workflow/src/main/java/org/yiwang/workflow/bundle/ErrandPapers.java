package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.OtherPapers;

/** 一件事的文书: its receipt, for whoever sees the errand. */
@ApplicationScoped
class ErrandPapers implements OtherPapers {

    @Inject
    Bundles store;

    @Inject
    ReadBundle read;

    @Override
    public boolean shows(Actor actor, CaseNo no) {
        return store.find(no).filter(bundle -> read.sees(actor, bundle)).isPresent();
    }
}
