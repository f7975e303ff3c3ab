package org.yiwang.workflow.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;

/**
 * 征求意见: asks another post inside a step, by a day of its own; internal, and no clock rests. Nobody has to wait for it
 * unless whoever asks wants to.
 */
@ApplicationScoped
public class AskOpinion implements ActionUseCase<AskOpinion.Question> {

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /**
     * 征求意见的内容.
     *
     * @param post whom, as {@code department/post}
     * @param first has the opinion to be there before the step is answered?
     */
    public record Question(String post, String question, LocalDate dueOn, boolean first) {}

    @Override
    public CaseAction action() {
        return CaseAction.ASK_OPINION;
    }

    @Override
    public Class<Question> fields() {
        return Question.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Question> asked) {
        return ask(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView ask(Actor actor, CaseNo no, UUID workItem, long seenVersion, Question question) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.ASK_OPINION, workItem);
        open.requireMine(work);
        Signatures.requireOwner(work);
        ObjectNode said = checked(open, question);
        Post post = post(question.post());
        requireNew(open, work, post);
        Drawing.take(open, work);
        WorkItem asked = open.work().beside(work, question.first() ? WorkPart.ASKED_FIRST : WorkPart.ASKED, post, null);
        asked.due(
                new Lights(question.dueOn(), question.dueOn(), question.dueOn().plusDays(1), false));
        Drawing.said(open, asked, "ASK", said);
        open.event(
                EventType.OPINION_ASKED,
                OpenCase.body()
                        .put("step", work.stepKey())
                        .put("post", post.toString())
                        .put("dueOn", question.dueOn().toString())
                        .put("first", question.first()));
        open.tell(
                post.toString(),
                "work.asked",
                OpenCase.body()
                        .put("step", work.stepName())
                        .put("dueOn", question.dueOn().toString()));
        return desk.close(open);
    }

    /** The day lies between today and the last day of the case's own answer. */
    private static ObjectNode checked(OpenCase open, Question question) {
        Words words = new Words().required("question", "征求意见的内容", question.question());
        LocalDate last = open.clocks().answer().map(clock -> clock.dueOn()).orElse(null);
        if (question.dueOn() == null) {
            words.problem("dueOn", "REQUIRED", "请填写答复的最后一天。");
        } else if (question.dueOn().isBefore(open.today())
                || last != null && question.dueOn().isAfter(last)) {
            words.problem(
                    "dueOn", "OUT_OF_RANGE", "答复的最后一天应在今天与本件办理期限" + (last == null ? "" : "（" + last + "）") + "之间。");
        }
        if (question.post() == null || question.post().isBlank()) {
            words.problem("post", "REQUIRED", "请选择向哪个岗位征求意见。");
        }
        return Drawing.text(words, "question");
    }

    private Post post(String text) {
        try {
            Post post = Post.parse(text.strip());
            if (!directory.officersOf(post).isEmpty()) {
                return post;
            }
        } catch (IllegalArgumentException malformed) {
            // answered below, like a post that nobody holds
        }
        throw Refusal.invalid("post", "NO_SUCH_POST", "没有人员在岗位“" + text.strip() + "”，请另选一个岗位。");
    }

    private static void requireNew(OpenCase open, WorkItem work, Post post) {
        boolean same = open.work().besides(work).stream()
                .anyMatch(other -> other.part().asked() && other.queue().equals(post));
        if (same) {
            throw Refusal.conflict("ASKED_ALREADY", "已经向这个岗位征求意见，正在等待答复；需要改内容的，请先收回。");
        }
    }
}
