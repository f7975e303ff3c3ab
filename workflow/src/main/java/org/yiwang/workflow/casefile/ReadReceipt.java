package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.clock.ClockKind;

/** 查看回执: what {@code SubmitCase} answered, once more, for whoever speaks for the applicant. */
@ApplicationScoped
public class ReadReceipt {

    @Inject
    CaseFiles files;

    @Inject
    CaseDesk desk;

    @Inject
    CaseAccess access;

    @Transactional
    public SubmittedCase read(Actor actor, CaseNo no) {
        CaseFile file = files.find(no).orElseThrow(() -> Refusal.notFound("这个办件"));
        OpenCase open = desk.look(actor, file);
        if (!access.speaksForApplicant(actor, file, open.item())) {
            throw Refusal.notFound("这个办件");
        }
        return new SubmittedCase(
                file.caseNo().value(),
                desk.queryCode(file),
                open.dueOn(ClockKind.ACCEPT).orElse(null),
                file.status().undecided()
                        ? open.clocks().ifNow(open.now()).accepted().orElse(null)
                        : null,
                desk.views().of(open));
    }
}
