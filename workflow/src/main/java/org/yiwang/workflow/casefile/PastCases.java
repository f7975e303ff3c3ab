package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.TraceId;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.casefile.internal.CaseLists;

/**
 * 过去的办件: what was asked for in the newest cases of an item and what happened in them, for trying another version on them. The
 * answers are whole: whoever asks shows numbers of cases and names of fields, and nothing else of it. Each case that was read is
 * written down like any other look at somebody's case.
 */
@ApplicationScoped
public class PastCases {

    private static final String GROUND = "以往办件试算新版本";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    CaseLists lists;

    @Inject
    CaseFiles files;

    @Inject
    CaseDesk desk;

    @Inject
    ReadSubmission submissions;

    @Inject
    Clock clock;

    /**
     * 一件过去的办件.
     *
     * @param item the version it is under
     * @param materials keys of the requirements for which something was handed in
     * @param events in order, those of the platform among them
     */
    public record PastCase(
            CaseNo no,
            ItemVersion item,
            Instant submittedAt,
            CaseStatus status,
            PartyKind applicant,
            ObjectNode answers,
            Set<String> materials,
            ServiceChoice service,
            List<Happened> events) {

        /** Without anything personal: this may end up in a log. */
        @Override
        public String toString() {
            return "past case " + no;
        }
    }

    /**
     * 发生过的.
     *
     * @param byPlatform by a deadline or a rule, or as a consequence
     * @param body codes and ids, nothing personal
     */
    public record Happened(Instant at, EventType type, boolean byPlatform, JsonNode body) {}

    /**
     * Numbers of the newest cases of an item, those that are part of an errand left out.
     *
     * @throws Refusal FORBIDDEN for all but administrators
     */
    @Transactional
    public List<CaseNo> newest(Actor actor, ItemCode item, int limit) {
        requireAdministrator(actor);
        return lists.newest(item.value(), limit).stream().map(CaseFile::caseNo).toList();
    }

    /** @throws Refusal FORBIDDEN for all but administrators; NOT_FOUND */
    @Transactional
    public PastCase read(Actor actor, CaseNo no) {
        requireAdministrator(actor);
        OpenCase open = desk.look(actor, no);
        files.logAccess(clock.instant(), actor.key(), open.file().id(), GROUND, TraceId.current());
        Submission submission = submissions.read(open.file().submissionId());
        return new PastCase(
                no,
                open.item(),
                open.file().submittedAt(),
                open.file().status(),
                submission.applicant().kind(),
                submission.answers(),
                submission.materials().stream().map(MaterialView::requirement).collect(Collectors.toSet()),
                submission.service(),
                open.allEvents().stream().map(PastCases::happened).toList());
    }

    private static Happened happened(CaseEvent event) {
        try {
            boolean platform = event.actor().equals(Actor.SYSTEM.key());
            return new Happened(event.at(), event.type(), platform, JSON.readTree(event.body()));
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以用以往的办件试算新版本。");
        }
    }
}
