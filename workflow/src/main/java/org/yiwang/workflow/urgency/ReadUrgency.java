package org.yiwang.workflow.urgency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.organisation.Directory;

/** 看急事先办: why it is urgent, who ordered it, what is still to come and by when; the same for applicant and officer. */
@ApplicationScoped
public class ReadUrgency {

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /**
     * 先办后补.
     *
     * @param by who ordered it; officers only
     * @param laterBy last day for what is still to come; null when nothing was put off or all is there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfCase(
            String ground,
            String reason,
            String by,
            Instant at,
            List<Paper> later,
            LocalDate laterBy,
            boolean completed) {}

    /**
     * 后补材料.
     *
     * @param fileId null while it is missing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Paper(String key, String name, UUID fileId) {}

    /** Empty where nobody ordered it; who may not see the case is told that it is not there. */
    @Transactional
    public Optional<OfCase> ofCase(Actor actor, CaseNo no) {
        OpenCase open = desk.look(actor, no);
        return open.records(RecordKind.URGENCY).stream().findFirst().map(entry -> view(open, actor, entry));
    }

    private OfCase view(OpenCase open, Actor actor, CaseRecord entry) {
        JsonNode words = open.words(entry);
        List<Paper> later = new ArrayList<>();
        words.path("later")
                .forEach(key -> later.add(new Paper(
                        key.asText(),
                        open.item()
                                .material(key.asText())
                                .map(need -> need.name().zh())
                                .orElse(key.asText()),
                        words.path("supplied").has(key.asText())
                                ? UUID.fromString(words.path("supplied")
                                        .path(key.asText())
                                        .asText())
                                : null)));
        return new OfCase(
                open.item()
                        .course()
                        .urgency()
                        .flatMap(rule -> rule.ground(entry.stepKey()))
                        .map(ground -> ground.name().zh())
                        .orElse(entry.stepKey()),
                words.path("reason").asText(),
                actor.officer()
                        ? directory
                                .officer(entry.officerId())
                                .map(o -> o.name())
                                .orElse("")
                        : null,
                entry.openedAt(),
                later,
                open.dueOn(ClockKind.LATER, entry.id().toString()).orElse(null),
                !entry.open());
    }
}
