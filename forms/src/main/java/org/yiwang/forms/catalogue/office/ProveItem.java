package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.internal.DraftFiles;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.PackageDraft;
import org.yiwang.forms.catalogue.spi.PackageProof;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;

/**
 * 检查草案: everything that has to hold before somebody else is asked to look at it: the checks of publishing, the package's own
 * tests, and its scenarios played by the real use cases. Changes nothing.
 */
@ApplicationScoped
public class ProveItem {

    @Inject
    DraftTable table;

    @Inject
    Instance<PackageProof> proofs;

    /** Outside of any transaction: scenarios are played in one of their own, which never commits. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Proof prove(Actor actor, UUID id) {
        ItemAuthority.needEnter(actor);
        PackageDraft draft = table.read(id);
        ItemAuthority.needSee(actor, draft.department());
        DraftFiles files = draft.content();
        List<Problem> problems = new ArrayList<>(table.look(files).problems());
        int played = 0;
        if (problems.isEmpty()) {
            for (PackageProof proof : proofs) {
                PackageProof.Played done = proof.play(actor, files.packed());
                problems.addAll(done.problems());
                played += done.scenarios();
            }
        }
        return new Proof(files.sha256(), List.copyOf(problems), played);
    }
}
