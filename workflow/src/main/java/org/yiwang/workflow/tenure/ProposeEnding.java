package org.yiwang.workflow.tenure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.serving.spi.AfterService;

/**
 * 拟撤回、注销: an officer finds a ground of the law, or looks into what the holder asked for. Where the ground can be
 * disputed the holder is told and has five workdays from the service of the notice; somebody else decides.
 */
@ApplicationScoped
public class ProposeEnding implements ActionUseCase<ProposeEnding.Proposal>, AfterService {

    /** 陈述申辩期限, as long as that for asking for a hearing (行政许可法 §47). */
    private static final Span TO_BE_HEARD = new Span(5, LimitUnit.WORKDAY);

    @Inject
    CaseDesk desk;

    /**
     * 拟办意见.
     *
     * @param facts what was found
     * @param legalBasis of a withdrawal the law that changed, of 其他情形 the law that says so, of what is no licence its own
     *     law; may be left out elsewhere
     * @param compensation 补偿: of a withdrawal, how the loss is made good (§8); needed there
     */
    public record Proposal(EndingGround ground, String facts, String legalBasis, String compensation) {}

    @Override
    public CaseAction action() {
        return CaseAction.PROPOSE_ENDING;
    }

    @Override
    public Class<Proposal> fields() {
        return Proposal.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Proposal> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.PROPOSE_ENDING);
        open.sees(asked.seenVersion());
        requireValid(open);
        Optional<CaseRecord> running = open.openRecord(RecordKind.LICENCE_ENDING);
        if (running.filter(entry -> !entry.outcome().equals("ASKED")).isPresent()) {
            throw Refusal.conflict("ENDING_RUNS", "已经有拟办意见等待决定，不用再次提出。");
        }
        ObjectNode said = checked(asked.fields(), running.isPresent(), open);
        EndingGround ground = asked.fields().ground();
        running.ifPresent(entry -> {
            said.put("request", open.words(entry).path("request").asText());
            open.closeRecord(entry, "TAKEN_UP", (ObjectNode) open.words(entry));
        });
        String outcome = ground.heard() ? "TOLD" : "PROPOSED";
        open.note(RecordKind.LICENCE_ENDING, ground.ending().name(), outcome, null, true, said);
        open.touch();
        open.event(EventType.ENDING_PROPOSED, OpenCase.body().put("ground", ground.name()));
        if (ground.heard()) {
            open.letter(DocumentKind.ENDING_NOTICE, DocumentKind.ENDING_NOTICE.template(), data(open, said, ground));
            open.tellApplicant("ending.told", OpenCase.body());
        }
        tellDeciders(open);
        return desk.close(open);
    }

    /** Refuses where nothing is valid that could end. */
    static void requireValid(OpenCase open) {
        if (open.file().decision() != DecisionKind.GRANT || open.ended()) {
            throw Refusal.conflict("NOTHING_GRANTED", "本件没有仍然有效的准予决定，不能撤回或者注销。");
        }
        if (open.openRecord(RecordKind.RESCISSION).isPresent()) {
            throw Refusal.conflict("RESCISSION_RUNS", "本件正在办理撤销，撤销程序结束之后再办理撤回或者注销。");
        }
    }

    private static ObjectNode checked(Proposal proposal, boolean asked, OpenCase open) {
        Words words = new Words().required("facts", "查明的事实", proposal.facts());
        EndingGround ground = proposal.ground();
        if (ground == null) {
            words.problem("ground", "REQUIRED", "请选择撤回或者注销的法定事由。");
            return words.checked();
        }
        boolean named = ground.ending() == EndingGround.Ending.WITHDRAWAL
                || ground == EndingGround.OTHER_LAW
                || open.item().powerType() != PowerType.LICENSE;
        if (named) {
            words.required("legalBasis", "法律依据", proposal.legalBasis());
        } else {
            words.optional("legalBasis", "法律依据", proposal.legalBasis());
        }
        if (ground.ending() == EndingGround.Ending.WITHDRAWAL) {
            words.required("compensation", "补偿", proposal.compensation());
        }
        if (asked != (ground == EndingGround.HOLDER_ASKED)) {
            words.problem("ground", "NOT_ASKED_FOR", asked ? "持证人已经申请注销，请按“持证人申请注销”办理。" : "持证人没有申请注销，请选择其他法定事由。");
        }
        if (ground == EndingGround.EXPIRED
                && open.dueOn(ClockKind.LICENCE_EXPIRY).isPresent()) {
            open.dueOn(ClockKind.LICENCE_EXPIRY)
                    .filter(last -> !open.today().isAfter(last))
                    .ifPresent(last -> words.problem("ground", "NOT_EXPIRED", "有效期还没有届满，不能以此为由注销。"));
        }
        return words.checked().put("ground", ground.name());
    }

    /** What its letters print. */
    static ObjectNode data(OpenCase open, ObjectNode said, EndingGround ground) {
        ObjectNode data = OpenCase.body();
        ObjectNode ending = data.putObject("ending");
        ending.put("act", ground.ending().text())
                .put("ground", ground.text())
                .put("facts", said.path("facts").asText())
                .put("basis", basis(open, said, ground))
                .put("resultName", open.item().result().name().zh())
                .put("number", number(open));
        if (said.has("compensation")) {
            ending.put("compensation", said.path("compensation").asText());
        }
        return data;
    }

    /** 行政许可法 speaks of licences alone; elsewhere the law that was named stands for itself. */
    private static String basis(OpenCase open, ObjectNode said, EndingGround ground) {
        String more = said.path("legalBasis").asText("").strip().replaceAll("[。.]+$", "");
        if (open.item().powerType() != PowerType.LICENSE) {
            return more;
        }
        return more.isEmpty() ? ground.ending().law() : ground.ending().law() + "以及" + more;
    }

    private static String number(OpenCase open) {
        return open.papers().stream()
                .filter(paper -> paper.kind() == DocumentKind.RESULT && paper.registered())
                .map(Paper::number)
                .reduce((first, second) -> second)
                .orElse("");
    }

    private static void tellDeciders(OpenCase open) {
        open.item().steps().stream()
                .filter(step -> step.role() == StepRole.DECIDE)
                .map(step -> step.post().toString())
                .distinct()
                .forEach(head -> open.tell(head, "work.endingProposed", OpenCase.body()));
    }

    /** The notice is served: from now on the holder has five workdays. */
    @Override
    public void served(OpenCase open, Paper paper, Instant at) {
        if (paper.kind() != DocumentKind.ENDING_NOTICE) {
            return;
        }
        open.openRecord(RecordKind.LICENCE_ENDING)
                .filter(entry -> entry.outcome().equals("TOLD") && entry.dueOn() == null)
                .ifPresent(entry -> {
                    open.clocks().start(ClockKind.DEFENCE, "", TO_BE_HEARD, "《行政许可法》第七条", at);
                    open.amendRecord(
                            entry, "TOLD", open.dueOn(ClockKind.DEFENCE).orElseThrow(), (ObjectNode) open.words(entry));
                    open.touch();
                });
    }
}
