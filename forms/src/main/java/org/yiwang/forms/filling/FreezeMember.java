package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.filling.internal.DraftRows;
import org.yiwang.forms.filling.internal.Facts;
import org.yiwang.forms.filling.internal.SealedJson;
import org.yiwang.forms.filling.internal.SubmissionRow;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Problem;

/**
 * 子件定稿: out of the one submission of an errand that of one of its services, under the version the errand was made of.
 * Answers are copied, files are shared, parties and data key are the same.
 */
@ApplicationScoped
public class FreezeMember {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    DraftRows rows;

    @Inject
    FindItem items;

    @Inject
    Materials materials;

    @Inject
    SealedJson sealed;

    @Inject
    Clock clock;

    /**
     * What the service itself would find wrong with its share of the answers, in the words of the errand's form; what only
     * a result can tell is not missed yet.
     *
     * @param coming services of this errand whose results are still to come
     */
    public List<Problem> problems(Submission errand, BundleMember member, Set<String> coming) {
        ItemVersion item = items.version(member.versionId());
        List<Problem> problems = new ArrayList<>();
        Audience who = errand.applicant().kind() == PartyKind.PERSON ? Audience.PERSON : Audience.ORGANISATION;
        if (!item.audience().contains(who)) {
            problems.add(new Problem(
                    "applicant",
                    "AUDIENCE",
                    "“" + item.name().zh() + "”不面向" + who.label().zh() + "，请调整要一起办的事。"));
        }
        ObjectNode answers = item.form().normalise(member.answersFrom(errand.answers()), today());
        item.form().check(answers, today(), Language.ZH).stream()
                // It was signed for the errand as a whole, which has checked it.
                .filter(problem -> !problem.code().equals("SIGNATURE_STALE"))
                .filter(problem -> member.fromResult().entrySet().stream()
                        .noneMatch(result -> problem.path().equals("answers." + result.getKey())
                                && coming.contains(result.getValue().value())))
                .map(problem -> new Problem(member.pathBack(problem.path()), problem.code(), problem.message()))
                .forEach(problems::add);
        return problems;
    }

    /** @param answers of the service itself, complete */
    @Transactional(Transactional.TxType.MANDATORY)
    public Submission freeze(
            Submission errand, String errandNo, BundleMember member, ObjectNode answers, UUID draftId, String caseNo) {
        ItemVersion item = items.version(member.versionId());
        ObjectNode normal = item.form().normalise(answers, today());
        SubmissionRow row = new SubmissionRow(draftId, caseNo, item.id(), errand.keyId(), clock.instant());
        rows.add(row);
        Promises promises = promises(errand, member, item, normal);
        Facts facts = new Facts(
                errand.applicant(),
                errand.operator(),
                errand.basis(),
                errand.service(),
                promises,
                looked(errand, member));
        row.facts(sealed.seal(row.keyId(), row.factsPlace(), facts));
        row.answers(sealed.seal(row.keyId(), row.answersPlace(), normal));
        List<MaterialView> files = new ArrayList<>();
        member.materials().forEach((own, shared) -> {
            if (item.material(own).filter(need -> need.applies(normal)).isPresent()) {
                files.addAll(materials.share("case:" + errandNo, shared, row.scope(), own));
            }
        });
        row.ways(Ways.of(item, normal, files, promises, facts.looked()));
        return new Submission(
                row.id(),
                row.keyId(),
                item,
                errand.applicant(),
                errand.operator(),
                errand.basis(),
                normal,
                files,
                errand.service(),
                promises,
                facts.looked());
    }

    /** What was looked up for the errand, by the service's own names of its materials. */
    private static List<LookedUp> looked(Submission errand, BundleMember member) {
        List<LookedUp> own = new ArrayList<>();
        member.materials().forEach((key, shared) -> errand.looked().stream()
                .filter(one -> one.requirement().equals(shared))
                .map(one -> new LookedUp(key, one.origin(), one.state(), one.by(), one.paper(), one.at()))
                .forEach(own::add));
        return own;
    }

    /** What was signed for the errand, as far as this service lets it be and still needs it. */
    private static Promises promises(Submission errand, BundleMember member, ItemVersion item, ObjectNode answers) {
        Promises signed = errand.promises();
        int most = item.limit(LimitKind.DEFERRED).map(TimeLimit::value).orElse(0);
        List<Promises.Later> later = new ArrayList<>();
        boolean commitment = false;
        for (Map.Entry<String, String> one : member.materials().entrySet()) {
            MaterialRequirement need = item.material(one.getKey()).orElseThrow();
            boolean missing = need.mandatory(answers)
                    && errand.materials().stream()
                            .noneMatch(file -> file.requirement().equals(one.getValue()));
            if (missing && item.deferral().isPresent() && need.necessity() == Necessity.DEFERRABLE) {
                signed.of(one.getValue())
                        .ifPresent(said ->
                                later.add(new Promises.Later(need.key(), Math.min(said.days(), most), said.reason())));
            }
            commitment |= missing
                    && signed.commitment()
                    && item.commitment().filter(rule -> rule.covers(need)).isPresent();
        }
        return later.isEmpty() && !commitment
                ? Promises.NONE
                : new Promises(later, commitment, signed.signature(), signed.signedAt());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
