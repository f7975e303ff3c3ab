package org.yiwang.workflow.interest;

import java.util.Optional;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/** 利害关系人关口: nothing is decided before each of them was heard or did not want to be, and what they said is answered (行政许可法 §36). */
public final class InterestGate {

    private InterestGate() {}

    /**
     * Refuses a decision that comes too early.
     *
     * @throws Refusal CONFLICT with what is missing, or the day after which it may be made
     */
    public static void requireHeard(OpenCase open) {
        for (CaseRecord entry : open.records(RecordKind.INTERESTED_PARTY)) {
            InterestState state = InterestState.of(entry);
            switch (state.waits(open.today())) {
                case SERVICE ->
                    throw Refusal.conflict(
                            "INTEREST_NOT_SERVED", "利害关系人告知书还没有送达" + name(open, entry) + "，送达并且期满之前不能作出决定。");
                case TIME ->
                    throw Refusal.conflict(
                            "INTEREST_TIME_RUNS",
                            "利害关系人" + name(open, entry) + "可以在 "
                                    + LetterDate.of(state.until().orElseThrow()) + " 前陈述申辩，期满之前不能作出决定。");
                case NOTHING -> {
                    // He was heard, or did not want to be.
                }
            }
        }
    }

    /**
     * The answer to what they stated, for the opinion and the letter of the decision; empty where none of them stated anything.
     *
     * @throws Refusal 422 naming the field where it is missing
     */
    public static Optional<String> answer(OpenCase open, String answer) {
        boolean stated = open.records(RecordKind.INTERESTED_PARTY).stream()
                .anyMatch(entry -> open.words(entry).hasNonNull("statement"));
        if (!stated) {
            return Optional.empty();
        }
        return Optional.of(new Words()
                .required("answerToInterested", "对利害关系人意见的答复", answer)
                .checked()
                .path("answerToInterested")
                .asText()
                .replaceAll("[。.]+$", ""));
    }

    private static String name(OpenCase open, CaseRecord entry) {
        return "“" + open.words(entry).path("name").asText() + "”";
    }
}
