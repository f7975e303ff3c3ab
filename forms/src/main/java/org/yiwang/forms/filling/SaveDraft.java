package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.form.Signer;
import org.yiwang.forms.filling.internal.Content;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/** 保存草稿: keeps what was typed, wrong answers too; what is wrong with it comes back as problems, not as a refusal. */
@ApplicationScoped
public class SaveDraft {

    private static final int LONGEST = 200_000;

    @Inject
    Drafts drafts;

    protected SaveDraft() {}

    SaveDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Takes answers over what is there, question by question; a question set to null is emptied.
     *
     * @param seenVersion of the draft the answers were typed into
     */
    @Transactional
    public DraftView save(Actor actor, UUID id, long seenVersion, JsonNode answers) {
        if (answers == null || !answers.isObject()) {
            throw Refusal.invalid("answers", "TYPE", "填写内容应是一个对象：题目代码和答案。");
        }
        needReasonable(answers);
        Draft draft = drafts.change(actor, id, seenVersion);
        ItemVersion item = drafts.item(draft);
        Content before = drafts.content(draft);
        ObjectNode merged = item.form().normalise(Answers.merge(item, before.answers(), answers), drafts.today());
        needReasonable(merged);
        if (item.form().beingSigned(merged)) {
            item.form().sign(merged, signer(actor, draft));
        }
        drafts.save(draft, item, before.answered(merged, names(answers)));
        return drafts.view(draft);
    }

    /** Takes the choice of how to be served. */
    @Transactional
    public DraftView chooseService(Actor actor, UUID id, long seenVersion, ServiceChoice choice) {
        Draft draft = drafts.change(actor, id, seenVersion);
        ItemVersion item = drafts.item(draft);
        List<Problem> problems = ServiceCheck.problems(item, choice);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        Content before = drafts.content(draft);
        drafts.save(draft, item, before.served(choice));
        return drafts.view(draft);
    }

    private static List<String> names(JsonNode answers) {
        return answers.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Online whoever is signed in types his own name; at the window the clerk takes in what was signed on paper. */
    private Signer signer(Actor actor, Draft draft) {
        PartySnapshot applicant = drafts.applicant(draft);
        Set<String> names = applicant.kind() == PartyKind.PERSON
                ? Set.of(drafts.operator(actor, draft).name())
                : Set.of();
        Signer.Way way = actor.officer() ? Signer.Way.PAPER : Signer.Way.TYPED;
        return new Signer(actor.key(), names, way, drafts.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static void needReasonable(JsonNode answers) {
        if (answers.toString().length() > LONGEST) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "ANSWERS_TOO_LARGE", "填写的内容太多，请精简文字，长篇说明请作为材料上传。");
        }
    }
}
