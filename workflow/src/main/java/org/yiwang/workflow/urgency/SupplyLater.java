package org.yiwang.workflow.urgency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.ReadUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/** 补办手续: the applicant brings what was put off; an officer looks at it before it counts. */
@ApplicationScoped
public class SupplyLater implements ActionUseCase<SupplyLater.Papers> {

    @Inject
    CaseDesk desk;

    @Inject
    ReadUpload uploads;

    /** 材料: a file uploaded to the case for what was put off. */
    public record Paper(String requirement, UUID fileId) {}

    /** 后补的材料. */
    public record Papers(List<Paper> files) {}

    @Override
    public CaseAction action() {
        return CaseAction.SUPPLY_LATER;
    }

    @Override
    public Class<Papers> fields() {
        return Papers.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Papers> asked) {
        return supply(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView supply(Actor actor, CaseNo no, long seenVersion, Papers papers) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.SUPPLY_LATER);
        open.sees(seenVersion);
        CaseRecord order = open.openRecord(RecordKind.URGENCY)
                .orElseThrow(() -> Refusal.conflict("NOTHING_LATER", "本件没有需要后补的手续。"));
        ObjectNode words = (ObjectNode) open.words(order);
        List<Paper> files = papers.files() == null ? List.of() : papers.files();
        check(open, words, files);
        ObjectNode supplied = (ObjectNode) words.path("supplied");
        files.forEach(file -> supplied.put(file.requirement(), file.fileId().toString()));
        open.rewrite(order, words);
        open.touch();
        open.event(EventType.LATER_SUPPLIED, OpenCase.body().put("files", files.size()));
        open.tell(
                open.item().course().urgency().orElseThrow().post().toString(), "work.laterSupplied", OpenCase.body());
        return desk.close(open);
    }

    private void check(OpenCase open, ObjectNode words, List<Paper> files) {
        Words problems = new Words();
        if (files.isEmpty()) {
            problems.problem("files", "REQUIRED", "请上传后补的材料。");
        }
        for (Paper file : files) {
            boolean asked = false;
            for (var key : words.path("later")) {
                asked |= key.asText().equals(file.requirement());
            }
            if (!asked) {
                problems.problem("files", "UNKNOWN_VALUE", "“" + file.requirement() + "”不在后补的材料之中。");
            } else if (file.fileId() == null
                    || !uploads.exists(file.fileId(), "case:" + open.file().caseNo())) {
                problems.problem("files", "UNKNOWN_FILE", "有一个文件不在本办件中，请重新上传。");
            }
        }
        problems.checked();
    }
}
