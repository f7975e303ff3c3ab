package org.yiwang.workflow.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.course.StageRule;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.ReadUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.process.CaseProcess;

/**
 * 启动第二段: what the second stage waits for has happened; its own time begins, beside that of the first, which stays as it
 * ended.
 */
@ApplicationScoped
public class BeginStage implements ActionUseCase<BeginStage.Beginning> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseProcess process;

    @Inject
    ReadUpload uploads;

    /**
     * 启动情况.
     *
     * @param identityChecked was the document of whoever came compared with the person? Needed where he has to come
     * @param note what was found; needed where another department says so
     * @param files what was brought along, among the files of the case; needed where the item asks for something
     */
    public record Beginning(Boolean identityChecked, String note, List<UUID> files) {

        public Beginning {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    @Override
    public CaseAction action() {
        return CaseAction.BEGIN_STAGE;
    }

    @Override
    public Class<Beginning> fields() {
        return Beginning.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Beginning> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.BEGIN_STAGE);
        open.sees(asked.seenVersion());
        CaseRecord stage =
                open.openRecord(RecordKind.STAGE).orElseThrow(() -> Refusal.conflict("NO_STAGE", "本件没有等待启动的第二段。"));
        ObjectNode said = checked(open, asked.fields());
        ObjectNode words = (ObjectNode) open.words(stage);
        String task = words.path("taskId").asText();
        words.setAll(said);
        open.move(CaseAction.BEGIN_STAGE, CaseStatus.IN_REVIEW);
        open.clocks().stop(ClockKind.WAITING, GrantStage.CLOCK, open.now());
        open.moment(CaseMoment.STAGE_BEGUN);
        open.closeRecord(stage, "BEGUN", words);
        open.event(
                EventType.STAGE_BEGUN,
                OpenCase.body().put("files", asked.fields().files().size()));
        open.work().follow(process.advance(open.file().processId(), task, "GRANT"));
        open.tellApplicant("case.stageBegun", OpenCase.body());
        return desk.close(open);
    }

    private ObjectNode checked(OpenCase open, Beginning beginning) {
        StageRule rule = open.item().course().stages().orElseThrow();
        Words words = new Words();
        if (rule.begins() == StageRule.Event.DEPARTMENT) {
            words.required("note", "办理情况", beginning.note());
        } else {
            words.optional("note", "备注", beginning.note());
            if (!Boolean.TRUE.equals(beginning.identityChecked())) {
                words.problem("identityChecked", "REQUIRED", "请先核对到场人的身份证件。");
            }
        }
        if (rule.bring().isPresent() && beginning.files().isEmpty()) {
            words.problem("files", "REQUIRED", "请附上“" + rule.bring().get().zh() + "”的扫描件。");
        }
        for (UUID file : beginning.files()) {
            if (!uploads.exists(file, "case:" + open.file().caseNo())) {
                words.problem("files", "UNKNOWN_FILE", "有一个文件不在本办件中，请重新上传。");
            }
        }
        ObjectNode said = words.checked();
        ArrayNode files = said.putArray("files");
        beginning.files().forEach(file -> files.add(file.toString()));
        return said.put("begunAt", open.now().toString());
    }
}
