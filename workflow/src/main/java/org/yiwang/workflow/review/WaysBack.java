package org.yiwang.workflow.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.process.WayBack;

/** 可退回的环节: to which steps a piece of work can be sent back, the nearest last. */
@ApplicationScoped
public class WaysBack {

    @Inject
    CaseDesk desk;

    @Inject
    CaseProcess process;

    /**
     * 一条路.
     *
     * @param usual the one the item names
     * @param beside are there other branches whose open work has to be taken back or kept?
     */
    public record Way(String step, String name, boolean usual, boolean beside) {}

    @Transactional
    public List<Way> of(Actor actor, CaseNo no, UUID workItem) {
        OpenCase open = desk.look(actor, no);
        return open.work().all().stream()
                .filter(work ->
                        work.publicId().equals(workItem) && !work.taskId().isEmpty() && !work.kept())
                .findFirst()
                .map(work -> open.item().steps().stream()
                        .filter(step ->
                                Walked.last(open, step.key()).isPresent() && !Walked.stageOver(open, step.key()))
                        .map(step -> way(open, open.step(work), step))
                        .filter(way -> way != null)
                        .toList())
                .orElse(List.of());
    }

    private Way way(OpenCase open, Step from, Step to) {
        String definition = open.item().processDefinitionId().orElseThrow();
        WayBack way = process.wayBack(definition, from.key(), to.key());
        boolean besides =
                open.work().all().stream().anyMatch(work -> way.beside().contains(work.stepKey()));
        return way.earlier()
                ? new Way(
                        to.key(),
                        to.name().zh(),
                        from.returnTo().filter(to.key()::equals).isPresent(),
                        besides)
                : null;
    }
}
