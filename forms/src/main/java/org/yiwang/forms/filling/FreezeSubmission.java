package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.filling.internal.Content;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.DraftRows;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.filling.internal.Facts;
import org.yiwang.forms.filling.internal.SealedJson;
import org.yiwang.forms.filling.internal.SubmissionRow;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 定稿: what was filled in becomes what was submitted. Part of the caller's transaction, which opens the case: either
 * both happen or neither. The draft's key goes over to the case.
 */
@ApplicationScoped
public class FreezeSubmission {

    @Inject
    Drafts drafts;

    @Inject
    DraftRows rows;

    @Inject
    FindParty parties;

    @Inject
    Materials materials;

    @Inject
    SealedJson sealed;

    @Inject
    Clock clock;

    @Inject
    Trust trust;

    protected FreezeSubmission() {}

    FreezeSubmission(
            Drafts drafts,
            DraftRows rows,
            FindParty parties,
            Materials materials,
            SealedJson sealed,
            Clock clock,
            Trust trust) {
        this.trust = trust;
        this.drafts = drafts;
        this.rows = rows;
        this.parties = parties;
        this.materials = materials;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Everything that is wrong comes in one refusal; a draft submitted before answers with its case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Frozen freeze(Actor actor, UUID draftId, String caseNo) {
        Draft draft = drafts.lock(actor, draftId);
        if (draft.caseNo() != null) {
            return Frozen.already(draft.caseNo());
        }
        drafts.needMandate(actor, draft);
        ItemVersion item = drafts.item(draft);
        Content content = drafts.content(draft);
        ObjectNode answers = item.form().normalise(content.answers(), drafts.today());
        drafts.needOpen(item, answers);
        ServiceChoice service = Drafts.service(item, content);
        List<MaterialView> handedIn = materials.list(draft.scope());
        Promises promises = PromiseCheck.needed(item, answers, handedIn, content.promises());
        List<LookedUp> looked = drafts.looked(draft);
        PartySnapshot applicant = drafts.applicant(draft);
        PartySnapshot operator = drafts.operator(actor, draft);
        check(item, answers, service, handedIn, promises, names(applicant, operator), looked);
        trust.need(actor, draft, item, promises);
        Needs.assurance(item, actor, parties, operator.id());
        Facts facts = new Facts(applicant, operator, draft.basis(), service, promises, looked);
        SubmissionRow row = keep(draft, caseNo, item, facts, answers);
        row.ways(Ways.of(item, answers, handedIn, promises, looked));
        if (!handedIn.isEmpty()) {
            materials.move(draft.scope(), row.scope());
        }
        draft.submitted(caseNo);
        return Frozen.of(new Submission(
                row.id(),
                row.keyId(),
                item,
                applicant,
                operator,
                draft.basis(),
                answers,
                handedIn,
                service,
                promises,
                looked));
    }

    private static Set<String> names(PartySnapshot applicant, PartySnapshot operator) {
        return Stream.of(applicant.name(), operator.name()).collect(Collectors.toSet());
    }

    private SubmissionRow keep(Draft draft, String caseNo, ItemVersion item, Facts facts, ObjectNode answers) {
        SubmissionRow row = new SubmissionRow(draft.publicId(), caseNo, item.id(), draft.keyId(), clock.instant());
        rows.add(row);
        row.facts(sealed.seal(row.keyId(), row.factsPlace(), facts));
        row.answers(sealed.seal(row.keyId(), row.answersPlace(), answers));
        return row;
    }

    private void check(
            ItemVersion item,
            ObjectNode answers,
            ServiceChoice service,
            List<MaterialView> handedIn,
            Promises promises,
            Set<String> names,
            List<LookedUp> looked) {
        List<Problem> problems = new ArrayList<>(item.form().check(answers, drafts.today(), Language.ZH));
        for (MaterialRequirement material : PromiseCheck.uncovered(item, answers, handedIn, promises)) {
            problems.add(new Problem(
                    "materials." + material.key(),
                    "REQUIRED",
                    "请上传材料“" + material.name().zh() + "”" + each(material, answers) + insteadOf(item, material) + "。"));
        }
        for (MaterialRequirement material : item.materials()) {
            boolean there =
                    handedIn.stream().anyMatch(file -> file.requirement().equals(material.key()));
            boolean promised = promises.commitment()
                    && item.commitment().filter(rule -> rule.covers(material)).isPresent();
            if (!there && !promised && LookedUp.neededAfterAll(material, answers, looked)) {
                problems.add(new Problem(
                        "materials." + material.key(),
                        "NOT_FOUND_ELSEWHERE",
                        "没有查到“" + material.name().zh() + "”，请上传。"));
            }
        }
        problems.addAll(PromiseCheck.problems(item, promises, names));
        problems.addAll(ServiceCheck.problems(item, service));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private static String each(MaterialRequirement material, ObjectNode answers) {
        return material.perPerson().isEmpty() ? "" : "（每人一份，共" + material.sets(answers) + "份）";
    }

    private static String insteadOf(ItemVersion item, MaterialRequirement material) {
        if (material.necessity() == Necessity.DEFERRABLE && item.deferral().isPresent()) {
            return "，或书面承诺按期补交";
        }
        return item.commitment().filter(rule -> rule.covers(material)).isPresent() ? "，或选择告知承诺" : "";
    }
}
