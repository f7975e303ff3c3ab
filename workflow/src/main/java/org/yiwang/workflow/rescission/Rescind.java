package org.yiwang.workflow.rescission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.material.ReadUpload;
import org.yiwang.forms.platform.Outbox;
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
import org.yiwang.workflow.credit.EnterDishonesty;
import org.yiwang.workflow.delivery.ServeLater;

/**
 * 决定是否撤销: the head rescinds what was granted, or lets it stand, after the person was heard or did not want to be
 * (行政许可法 §69). Never whoever checked alone. What was issued no longer verifies, and the broken word goes on the list.
 */
@ApplicationScoped
public class Rescind implements ActionUseCase<Rescind.Verdict> {

    @Inject
    ServeLater later;

    @Inject
    CaseDesk desk;

    @Inject
    EnterDishonesty dishonesty;

    @Inject
    Outbox outbox;

    @Inject
    ReadUpload uploads;

    /**
     * 撤销决定.
     *
     * @param finding what was found to be untrue or missing; needed to rescind
     * @param evidence files of this case that prove it; to rescind, at least one, unless the check is the evidence
     * @param byVerification is the recorded result of checking the commitment the evidence?
     */
    public record Verdict(
            Boolean rescind,
            String finding,
            List<UUID> evidence,
            Boolean byVerification,
            String reason,
            String legalBasis) {

        public Verdict {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    @Override
    public CaseAction action() {
        return CaseAction.RESCIND;
    }

    @Override
    public Class<Verdict> fields() {
        return Verdict.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Verdict> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RESCIND);
        open.sees(asked.seenVersion());
        CaseRecord entry =
                open.openRecord(RecordKind.RESCISSION).orElseThrow(() -> Refusal.conflict("NOT_BEGUN", "本件没有启动撤销程序。"));
        requireHeard(open, entry);
        ObjectNode said = checked(open, asked.fields());
        ObjectNode words = (ObjectNode) open.words(entry);
        words.set("verdict", said);
        boolean rescind = asked.fields().rescind();
        open.closeRecord(entry, rescind ? "RESCINDED" : "DROPPED", words);
        open.clocks().stop(ClockKind.DEFENCE, open.now());
        open.touch();
        if (rescind) {
            rescind(open, RescissionGround.valueOf(entry.stepKey()), words, said);
        } else {
            letStand(open);
        }
        return desk.close(open);
    }

    private static void requireHeard(OpenCase open, CaseRecord entry) {
        if (entry.officerId() == open.actor().id()) {
            throw Refusal.conflict("FOUR_EYES", "核查人不能自己决定撤销，请由其他负责人决定。");
        }
        boolean heard = entry.outcome().equals("HEARD") || open.today().isAfter(entry.dueOn());
        if (!heard) {
            throw Refusal.conflict("NOT_HEARD", "陈述申辩期限未满，当事人还没有陈述，暂时不能作出决定。");
        }
    }

    private ObjectNode checked(OpenCase open, Verdict verdict) {
        Words words = new Words()
                .required("reason", "理由", verdict.reason())
                .required("legalBasis", "法律依据", verdict.legalBasis());
        if (verdict.rescind() == null) {
            words.problem("rescind", "REQUIRED", "请选择“撤销”或“不撤销”。");
        } else if (verdict.rescind()) {
            words.required("finding", "查明的事实", verdict.finding());
            proven(open, verdict, words);
        }
        ObjectNode said = words.checked();
        said.put("byVerification", Boolean.TRUE.equals(verdict.byVerification()));
        ArrayNode files = said.putArray("evidence");
        verdict.evidence().forEach(file -> files.add(file.toString()));
        return said;
    }

    /** 证据: what was granted is not taken back on a mere statement (行政许可法 §69: 撤销须有事实根据). */
    private void proven(OpenCase open, Verdict verdict, Words words) {
        boolean checked = Boolean.TRUE.equals(verdict.byVerification());
        if (checked && !foundUntrue(open)) {
            words.problem("byVerification", "NOT_VERIFIED", "本件没有记录“不实”的承诺核查结论，不能以它为证据；请附证据文件。");
        } else if (!checked && verdict.evidence().isEmpty()) {
            words.problem("evidence", "REQUIRED", "请附上至少一份证据文件，或者选定已记录的承诺核查结论作为证据。");
        }
        for (UUID file : verdict.evidence()) {
            if (!uploads.exists(file, "case:" + open.file().caseNo())) {
                words.problem("evidence", "UNKNOWN_FILE", "有一份证据文件不在本办件中，请重新上传。");
            }
        }
    }

    private static boolean foundUntrue(OpenCase open) {
        return open.records(RecordKind.COMMITMENT).stream()
                .anyMatch(entry -> entry.outcome().equals("FALSE"));
    }

    /** 停止出件: what lies ready, is being made or is under way is not handed out any more. */
    private static void stopHandingOut(OpenCase open) {
        if (open.file().status() == CaseStatus.APPROVED) {
            return;
        }
        open.openRecord(RecordKind.PARCEL)
                .ifPresent(parcel -> open.closeRecord(parcel, "RECALLED", (ObjectNode) open.words(parcel)));
        open.tell(
                new Post(open.item().intake().department(), "result").toString(),
                "work.resultWithheld",
                OpenCase.body());
    }

    private void rescind(OpenCase open, RescissionGround ground, ObjectNode words, ObjectNode said) {
        String reason = words.path("reason").asText();
        if (open.file().status() != CaseStatus.COMPLETED) {
            stopHandingOut(open);
            open.move(CaseAction.RESCIND, CaseStatus.TERMINATED);
            open.clocks().stopAll(open.now());
            open.work().closeAll();
        }
        // What was granted is valid no longer: there is no last day to remind of.
        open.clocks().stop(ClockKind.LICENCE_EXPIRY, open.now());
        open.records(RecordKind.DEFERRED).stream()
                .filter(CaseRecord::open)
                .forEach(owed -> open.closeRecord(owed, "EXEMPTED", (ObjectNode) open.words(owed)));
        open.event(EventType.DECISION_RESCINDED, OpenCase.body().put("ground", ground.name()));
        revokeIssued(open, ground);
        ObjectNode data = OpenCase.body();
        ObjectNode letter = data.putObject("rescission");
        ground.consequence().ifPresent(sentence -> letter.put("consequence", sentence));
        letter.put("ground", ground.text())
                .put("facts", facts(said))
                .put("defence", words.path("defence").asText("当事人在期限内未陈述申辩"))
                .put("reason", said.path("reason").asText())
                .put("legalBasis", said.path("legalBasis").asText())
                .put("resultName", open.item().result().name().zh());
        open.letter(DocumentKind.RESCISSION_DECISION, DocumentKind.RESCISSION_DECISION.template(), data);
        terminationNotice(open, ground);
        open.tellApplicant("rescission.decided", OpenCase.body());
        ground.dishonesty().ifPresent(broken -> dishonesty.enter(open, broken, reason));
    }

    private static String facts(ObjectNode said) {
        List<String> proofs = new ArrayList<>();
        if (said.path("byVerification").asBoolean()) {
            proofs.add("承诺核查记录");
        }
        if (!said.path("evidence").isEmpty()) {
            proofs.add("证据材料" + said.path("evidence").size() + "份");
        }
        return said.path("finding").asText().replaceAll("[。.]+$", "") + "（证据：" + String.join("、", proofs) + "）";
    }

    /** 容缺逾期的, what is left of the case ends with it (W17). */
    private static void terminationNotice(OpenCase open, RescissionGround ground) {
        if (open.file().status() == CaseStatus.TERMINATED) {
            ObjectNode data = OpenCase.body();
            data.putObject("termination").put("cause", ground.text()).put("reason", "已作出的准予决定依法撤销");
            open.letter(DocumentKind.TERMINATION_NOTICE, DocumentKind.TERMINATION_NOTICE.template(), data);
        }
    }

    /** After the commit, and once each document is in the register: whoever verifies it learns that it was rescinded. */
    private void revokeIssued(OpenCase open, RescissionGround ground) {
        for (UUID document : open.granting()) {
            outbox.order(
                    RevokeRescinded.KIND,
                    document.toString(),
                    "rescind:" + open.file().caseNo().value(),
                    OpenCase.body().put("ground", ground.name()).toString());
        }
    }

    private void letStand(OpenCase open) {
        open.event(EventType.RESCISSION_DROPPED, OpenCase.body());
        open.tellApplicant("rescission.dropped", OpenCase.body());
        boolean owes = open.openRecord(RecordKind.DEFERRED).isPresent();
        if (open.file().status() == CaseStatus.APPROVED_DEFERRED && !owes) {
            open.move(CaseAction.RESCIND, CaseStatus.APPROVED);
            later.granted(open);
        }
    }
}
