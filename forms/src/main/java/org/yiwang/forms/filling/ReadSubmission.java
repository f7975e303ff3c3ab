package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.filling.internal.DraftRows;
import org.yiwang.forms.filling.internal.Facts;
import org.yiwang.forms.filling.internal.SealedJson;
import org.yiwang.forms.filling.internal.SubmissionRow;
import org.yiwang.forms.material.Materials;

/** 查看申报: what was submitted, opened; whether the actor may look is for the case to decide. */
@ApplicationScoped
public class ReadSubmission {

    @Inject
    DraftRows rows;

    @Inject
    SealedJson sealed;

    @Inject
    FindItem items;

    @Inject
    Materials materials;

    protected ReadSubmission() {}

    ReadSubmission(DraftRows rows, SealedJson sealed, FindItem items, Materials materials) {
        this.rows = rows;
        this.sealed = sealed;
        this.items = items;
        this.materials = materials;
    }

    @Transactional
    public Submission read(long submissionId) {
        SubmissionRow row = rows.submission(submissionId)
                .orElseThrow(() -> new IllegalStateException("there is no submission " + submissionId));
        Facts facts = sealed.open(row.keyId(), row.factsPlace(), row.facts(), Facts.class);
        return new Submission(
                row.id(),
                row.keyId(),
                items.version(row.itemVersionId()),
                facts.applicant(),
                facts.operator(),
                facts.basis(),
                sealed.open(row.keyId(), row.answersPlace(), row.answers(), ObjectNode.class),
                materials.list(row.scope()),
                facts.service(),
                facts.promises(),
                facts.looked());
    }
}
