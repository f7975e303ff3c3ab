package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.organisation.Directory;

/** 环节图: the item's own steps and how far this case has come, as a picture that can be read aloud. */
@Named("processPicture")
@RequestScoped
public class ProcessPicture {

    /**
     * 环节: one step of the item's process and where it stands.
     *
     * @param look done, now or todo; {@code against} where the answer was no
     * @param mark who has it or what was said
     */
    public record Stop(String name, String post, String look, String mark) {}

    @Inject
    DeskCase deskCase;

    @Inject
    Directory directory;

    /** The item's own steps, the present ones marked. */
    public List<Stop> getStops() {
        return deskCase.item().steps().stream().map(this::stop).toList();
    }

    private Stop stop(Step step) {
        String name = step.name().zh();
        String post = directory
                .findDepartment(step.post().department())
                .map(department -> department.name())
                .orElse(step.post().department());
        CaseView view = deskCase.getView();
        Optional<CaseView.Work> open = view.workItems().stream()
                .filter(work -> work.step().equals(step.key()))
                .findFirst();
        if (open.isPresent()) {
            String who = open.get().assignee() == null ? "待签收" : open.get().assignee() + "办理中";
            return new Stop(name, post, "now", open.get().suspended() ? "暂停" : who);
        }
        return deskCase.latest(step.key())
                .map(opinion -> said(name, post, opinion.outcome()))
                .orElseGet(() -> new Stop(name, post, "todo", view.status().undecided() ? "未到" : "未经过"));
    }

    private Stop said(String name, String post, String outcome) {
        return switch (outcome) {
            case "RETURN" -> new Stop(name, post, "todo", "已退回");
            case "DISAGREE", "DENY" -> new Stop(name, post, "done against", deskCase.outcome(outcome));
            default -> new Stop(name, post, "done", deskCase.outcome(outcome));
        };
    }
}
