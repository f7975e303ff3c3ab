package org.yiwang.workflow.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/**
 * 反对意见: a statutory co-approver's "no" blocks a grant; the "no" of a department that was only asked must be answered.
 * What counts is the newest opinion of each step.
 */
@ApplicationScoped
public class Objections {

    /** Steps asked for an opinion that object and that {@code summingUp} has to answer. */
    List<Step> unanswered(OpenCase open, Step summingUp) {
        return summingUp.answers().stream()
                .map(key -> open.item().step(key))
                .filter(step -> objects(open, step))
                .toList();
    }

    /** 会同审批 steps whose newest word is no. */
    List<Step> blocking(OpenCase open) {
        return open.item().steps().stream()
                .filter(step -> step.role() == StepRole.CO_APPROVAL)
                .filter(step -> objects(open, step))
                .toList();
    }

    /** 会同审批 steps that have not spoken; silence is not consent. */
    List<Step> silent(OpenCase open) {
        return open.item().steps().stream()
                .filter(step -> step.role() == StepRole.CO_APPROVAL)
                .filter(step -> newest(open, step).isEmpty())
                .toList();
    }

    private boolean objects(OpenCase open, Step step) {
        return newest(open, step)
                .map(opinion -> opinion.outcome().equals(Opinion.DISAGREE.name()))
                .orElse(false);
    }

    private Optional<CaseRecord> newest(OpenCase open, Step step) {
        // Where several sign, what their signatures come to counts, not the word of the last.
        boolean several = step.sign().isPresent();
        return Stream.concat(
                        open.records(RecordKind.SIGNED).stream(),
                        several ? Stream.empty() : open.records(RecordKind.OPINION).stream())
                .filter(opinion -> opinion.stepKey().equals(step.key()))
                .filter(opinion -> !opinion.outcome().equals("RETURN"))
                .max(Comparator.comparing(CaseRecord::openedAt)
                        .thenComparing(opinion -> opinion.kind() == RecordKind.SIGNED)
                        .thenComparing(CaseRecord::round));
    }
}
