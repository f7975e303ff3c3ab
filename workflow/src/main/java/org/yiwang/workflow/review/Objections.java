package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 反对意见: a statutory co-approver's "no" blocks a grant; the "no" of a department that was only asked must be answered.
 * What counts is the newest opinion of each step.
 */
@ApplicationScoped
public class Objections {

    @Inject
    CaseProcess process;

    @Inject
    ReadSubmission submissions;

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

    /**
     * 会同审批 steps that have not spoken, though they have to before {@code deciding}; silence is not consent. Only the item's
     * own routing dispenses with one, by what the applicant answered: an officer's word that leads around it does not, and
     * one that was opened is waited for in any case.
     */
    List<Step> silent(OpenCase open, WorkItem deciding) {
        List<Step> without = open.item().steps().stream()
                .filter(step -> step.role() == StepRole.CO_APPROVAL)
                .filter(step -> newest(open, step).isEmpty())
                .toList();
        if (without.isEmpty()) {
            return without;
        }
        Set<String> needed = needed(open, deciding);
        return without.stream().filter(step -> needed.contains(step.key())).toList();
    }

    private Set<String> needed(OpenCase open, WorkItem deciding) {
        JsonNode answers = open.submission(submissions).answers();
        Set<String> needed = new HashSet<>(
                process.comesBy(open.item().processDefinitionId().orElseThrow(), deciding.stepKey(), step -> open.item()
                        .routed(step, answers)));
        open.work().all().forEach(work -> needed.add(work.stepKey()));
        return needed;
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
