package org.yiwang.workflow.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.review.internal.OpinionNotes;

/**
 * 意见自动保存: keeps from moment to moment what an officer is writing at a step, so that a node that dies or a browser
 * that closes costs him nothing. It is his own note and no part of the case: nobody else reads it, it changes no version
 * and locks no case, and it goes when the work is done.
 */
@ApplicationScoped
public class KeepOpinion {

    /** What ends the work when it is said, and with it the note. */
    private static final Set<CaseAction> KEPT =
            EnumSet.of(CaseAction.REVIEW, CaseAction.RECORD_SITE_CHECK, CaseAction.DECIDE, CaseAction.RETURN);

    private static final int LONGEST = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    @Inject
    OpinionNotes notes;

    @Inject
    SecretBox box;

    @Inject
    Clock clock;

    /**
     * 意见草稿.
     *
     * @param words by input of the action's form
     */
    public record Kept(Map<String, String> words, Instant savedAt) {

        public Kept {
            words = Map.copyOf(words);
        }

        /** Without the words: this may end up in a log. */
        @Override
        public String toString() {
            return "kept at " + savedAt;
        }
    }

    /**
     * Keeps it instead of what was kept before for this action; answers when, by platform time. Work that has been done
     * or given to another post meanwhile is refused (409).
     */
    @Transactional
    public Instant keep(Actor actor, CaseNo no, UUID workItem, CaseAction action, Map<String, String> words) {
        if (!KEPT.contains(action)) {
            throw Refusal.conflict("NOT_KEPT", "这个动作的内容不自动保存。");
        }
        OpinionNotes.At at = notes.at(no.value(), workItem)
                .filter(work -> actor.officer() && actor.holds(work.queue()))
                .orElseThrow(() -> Refusal.conflict("WORK_DONE", "这项待办已经办结或不在您的岗位，内容没有保存；请刷新页面。"));
        byte[] plain = write(words);
        if (plain.length > LONGEST) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "TOO_LARGE", "内容太长，没有自动保存；请精简文字，长篇说明请作为附件。");
        }
        Instant now = clock.instant();
        String place = place(at, actor, action.name());
        notes.keep(at.workItem(), actor.id(), action.name(), box.seal(at.keyId(), place, plain), now);
        return now;
    }

    /** What this officer has written about this work and not yet said. */
    @Transactional
    public Map<CaseAction, Kept> read(Actor actor, CaseNo no, UUID workItem) {
        Map<CaseAction, Kept> kept = new EnumMap<>(CaseAction.class);
        notes.at(no.value(), workItem)
                .filter(work -> actor.officer() && actor.holds(work.queue()))
                .ifPresent(at -> notes.of(at.workItem(), actor.id())
                        .forEach(row -> kept.put(CaseAction.valueOf(row.action()), open(at, actor, row))));
        return kept;
    }

    private Kept open(OpinionNotes.At at, Actor actor, OpinionNotes.Row row) {
        try {
            byte[] plain = box.open(at.keyId(), place(at, actor, row.action()), row.sealed());
            return new Kept(JSON.readValue(plain, WORDS), row.savedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(Map<String, String> words) {
        try {
            return JSON.writeValueAsBytes(words);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(OpinionNotes.At at, Actor actor, String action) {
        return "opinion_note:" + at.workItem() + ":" + actor.id() + ":" + action;
    }
}
