package org.yiwang.workflow.commitment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.VerificationMode;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;

/** 告知承诺: what stands on the applicant's word in one case while it lies on the desk. */
public final class Commitments {

    private Commitments() {}

    private static Optional<CaseRecord> record(OpenCase open) {
        List<CaseRecord> all = open.records(RecordKind.COMMITMENT);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** With the submission: the letter he signed goes into the file (W19). */
    public static void made(OpenCase open, Submission submission) {
        if (!submission.promises().commitment()) {
            return;
        }
        ObjectNode words =
                OpenCase.body().put("signature", submission.promises().signature());
        open.note(RecordKind.COMMITMENT, "", CommitmentState.COMMITTED.name(), null, true, words);
        ObjectNode data = OpenCase.body();
        letter(open, submission, data.putObject("commitment"));
        open.letter(DocumentKind.COMMITMENT_LETTER, DocumentKind.COMMITMENT_LETTER.template(), data);
    }

    private static void letter(OpenCase open, Submission submission, ObjectNode letter) {
        CommitmentRule rule = open.item().commitment().orElseThrow();
        letter.put("name", rule.name().zh())
                .put("purpose", rule.purpose().zh())
                .put("standard", rule.standard().zh())
                .put("liability", rule.liability().zh())
                .put("disclosure", rule.disclosure().zh())
                .put("basis", rule.basis())
                .put("byAgent", rule.byAgent() ? "可以由代理人凭授权代为承诺" : "须由申请人本人承诺")
                .put("signature", submission.promises().signature())
                .put("signedOn", LetterDate.of(submission.promises().signedAt()));
        letter.put("verification", rule.verification().label().zh());
        open.item()
                .limit(LimitKind.VERIFY)
                .ifPresent(limit -> letter.put("verifyWithin", limit.span().text(Language.ZH)));
        ArrayNode facts = letter.putArray("facts");
        rule.facts().stream().map(LocalText::zh).forEach(fact -> facts.addObject()
                .put("text", fact));
    }

    /** Granted on the promise: from now on it is checked, unless the item says that it is not. */
    public static void granted(OpenCase open) {
        CaseRecord entry = open.openRecord(RecordKind.COMMITMENT).orElse(null);
        if (entry == null) {
            return;
        }
        ObjectNode words = (ObjectNode) open.words(entry);
        if (open.item().commitment().orElseThrow().verification() == VerificationMode.EXEMPT) {
            open.closeRecord(entry, CommitmentState.EXEMPT.name(), words);
            return;
        }
        open.item().limit(LimitKind.VERIFY).ifPresent(limit -> open.clocks()
                .start(ClockKind.VERIFY, "", limit.span(), limit.basis(), open.now()));
        open.amendRecord(
                entry,
                CommitmentState.VERIFYING.name(),
                open.dueOn(ClockKind.VERIFY).orElse(null),
                words);
    }

    /** Not granted: nothing to check. */
    public static void denied(OpenCase open) {
        open.openRecord(RecordKind.COMMITMENT)
                .ifPresent(entry ->
                        open.closeRecord(entry, CommitmentState.LAPSED.name(), (ObjectNode) open.words(entry)));
    }

    /** A promise that was taken back proves nothing: without the proof nothing is granted. */
    public static void requireProof(OpenCase open, Submission submission) {
        boolean withdrawn = record(open)
                .filter(entry -> entry.outcome().equals(CommitmentState.WITHDRAWN.name()))
                .isPresent();
        if (!withdrawn) {
            return;
        }
        CommitmentRule rule = open.item().commitment().orElseThrow();
        boolean missing = open.item().materialsFor(submission.answers()).stream()
                .filter(rule::covers)
                .anyMatch(need -> submission.materials().stream()
                        .noneMatch(file -> file.requirement().equals(need.key())));
        if (missing) {
            throw Refusal.conflict(
                    "PROOF_MISSING", "申请人已撤回告知承诺，还没有提交“" + rule.name().zh() + "”，不能准予；请告知补充材料。");
        }
    }
}
