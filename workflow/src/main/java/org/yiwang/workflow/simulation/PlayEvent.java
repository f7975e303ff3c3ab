package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.worklist.WorkItem;

/** 演一个动作: finds the work meant, fills what the script leaves out, and has the real use case do it. */
@ApplicationScoped
class PlayEvent {

    @Inject
    CaseActions actions;

    @Inject
    Stage stage;

    @Inject
    Directory directory;

    @Inject
    ReadSubmission submissions;

    @Inject
    StoreUpload uploads;

    /**
     * @param given fields over the samples; null ones are taken out
     * @param step null where it does not matter which
     */
    void play(
            PlayedCase played,
            Actor actor,
            CaseAction action,
            String step,
            JsonNode given,
            Optional<RandomGenerator> chance) {
        OpenCase open = played.outlook.file();
        Optional<WorkItem> work = work(open, actor, action, step);
        SampleSource source = new SampleSource(open, actor, work.map(WorkItem::queue), directory, submissions, uploads);
        ObjectNode fields = new SampleFields(source, chance).of(actions.fields(action));
        put(fields, given);
        // In a random walk whoever has no work tries one that is not there: the refusal must not hang on the form
        // alone.
        UUID id = work.map(WorkItem::publicId).orElse(chance.isPresent() ? UUID.randomUUID() : null);
        Proof none = Proof.NONE;
        try {
            stage.act(played, actor, new ActionRequest(action, open.file().version(), id, fields, none));
        } catch (Refusal refusal) {
            if (work.isEmpty() || !refusal.code().equals("STALE")) {
                throw refusal;
            }
            // Some actions look at the version of the work, the others at that of the case.
            stage.act(played, actor, new ActionRequest(action, work.get().version(), id, fields, none));
        }
    }

    private static void put(ObjectNode fields, JsonNode given) {
        if (given == null) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            if (field.getValue().isNull()) {
                fields.remove(field.getKey());
            } else {
                fields.set(field.getKey(), field.getValue());
            }
        }
    }

    private static Optional<WorkItem> work(OpenCase open, Actor actor, CaseAction action, String step) {
        return open.work().all().stream()
                .filter(work -> !work.taskId().isEmpty() && actor.officer() && actor.holds(work.queue()))
                .filter(work -> step == null || work.stepKey().equals(step))
                .min(java.util.Comparator.comparingInt(work -> likelihood(open, actor, action, work)));
    }

    /** His own work before another's, work the action is made for before any. */
    private static int likelihood(OpenCase open, Actor actor, CaseAction action, WorkItem work) {
        StepRole role = open.step(work).role();
        boolean fits =
                switch (action) {
                    case DECIDE -> role == StepRole.DECIDE;
                    case RECORD_SITE_CHECK -> role == StepRole.SITE_CHECK;
                    case REVIEW -> role != StepRole.DECIDE && role != StepRole.SITE_CHECK;
                    case RETURN -> open.step(work).returnTo().isPresent();
                    default -> true;
                };
        boolean others = work.assignee() != null && !work.assignedTo(actor.id());
        return (fits ? 0 : 4) + (others ? 2 : 0) + (work.suspended() ? 1 : 0);
    }
}
