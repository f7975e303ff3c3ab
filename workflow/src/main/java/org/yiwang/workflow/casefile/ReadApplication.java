package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.internal.CaseFiles;

/** 查看申请原文: the answers unmasked, with the version they answer, for whoever speaks for the applicant and has to correct them. */
@ApplicationScoped
public class ReadApplication {

    @Inject
    CaseFiles files;

    @Inject
    CaseAccess access;

    @Inject
    FindItem items;

    @Inject
    ReadSubmission submissions;

    /** 申请原文. */
    public record Application(ItemVersion item, ObjectNode answers) {}

    @Transactional
    public Application read(Actor actor, CaseNo no) {
        CaseFile file = files.find(no).orElseThrow(() -> Refusal.notFound("这个办件"));
        ItemVersion item = items.version(file.itemVersionId());
        if (!actor.citizen() || !access.speaksForApplicant(actor, file, item)) {
            throw Refusal.notFound("这个办件");
        }
        return new Application(item, submissions.read(file.submissionId()).answers());
    }
}
