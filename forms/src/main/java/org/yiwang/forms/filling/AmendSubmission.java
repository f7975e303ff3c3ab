package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.filling.internal.DraftRows;
import org.yiwang.forms.filling.internal.SealedJson;
import org.yiwang.forms.filling.internal.SubmissionRow;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 补正申报: answers and files given on a correction notice take the place of those before, which are kept. Part of the
 * caller's transaction, which has locked the case and knows what was asked for.
 */
@ApplicationScoped
public class AmendSubmission {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    DraftRows rows;

    @Inject
    SealedJson sealed;

    @Inject
    FindItem items;

    @Inject
    Materials materials;

    @Inject
    Clock clock;

    @Inject
    NamedPeople people;

    protected AmendSubmission() {}

    AmendSubmission(
            DraftRows rows, SealedJson sealed, FindItem items, Materials materials, Clock clock, NamedPeople people) {
        this.people = people;
        this.rows = rows;
        this.sealed = sealed;
        this.items = items;
        this.materials = materials;
        this.clock = clock;
    }

    /**
     * 补正材料.
     *
     * @param requirement for which it is handed in
     * @param fileId of a stored upload
     * @param scope where that lies; only files of the case itself are taken
     */
    public record NewMaterial(String requirement, UUID fileId, String scope) {}

    /**
     * 补正.
     *
     * @return the lookup hashes of whom the answers name now; empty when the answers stay as they were
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Set<String>> amend(Actor actor, long submissionId, JsonNode answersPatch, List<NewMaterial> files) {
        SubmissionRow row = rows.submission(submissionId)
                .orElseThrow(() -> new IllegalStateException("there is no submission " + submissionId));
        ItemVersion item = items.version(row.itemVersionId());
        Optional<Set<String>> named = Optional.empty();
        if (answersPatch != null && answersPatch.isObject() && !answersPatch.isEmpty()) {
            named = Optional.of(people.of(item.form(), answers(actor, row, item, answersPatch)));
        }
        files.stream()
                .collect(Collectors.groupingBy(NewMaterial::requirement, LinkedHashMap::new, Collectors.toList()))
                .forEach((requirement, given) -> files(row, item, requirement, given));
        return named;
    }

    private ObjectNode answers(Actor actor, SubmissionRow row, ItemVersion item, JsonNode patch) {
        ObjectNode before = sealed.open(row.keyId(), row.answersPlace(), row.answers(), ObjectNode.class);
        ObjectNode after = item.form().normalise(Answers.merge(item, before, patch));
        if (after.equals(before)) {
            return before;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        // What was signed is kept as it was; what is given later is receipted by itself.
        List<Problem> problems = item.form().check(after, today, Language.ZH).stream()
                .filter(problem -> !problem.code().equals("SIGNATURE_STALE"))
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        rows.keepBefore(row, actor.key(), clock.instant());
        row.answers(sealed.seal(row.keyId(), row.answersPlace(), after));
        return after;
    }

    private void files(SubmissionRow row, ItemVersion item, String requirement, List<NewMaterial> given) {
        if (item.material(requirement).isEmpty()
                || given.stream().anyMatch(file -> !row.scope().equals(file.scope()))) {
            throw Refusal.notFound("该项材料要求或文件");
        }
        materials.replace(
                row.scope(),
                requirement,
                given.stream().map(NewMaterial::fileId).toList());
    }
}
