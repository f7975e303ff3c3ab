package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Problem;

/**
 * 草稿: an application in the making, as its filler sees it.
 *
 * @param item the newest version of the service
 * @param version rises with every change of answers or service; goes back as If-Match
 * @param problems what is wrong with the answers as they stand
 * @param applicant for whom it is; not always who fills it in
 * @param basis number of the mandate it is filled in under; empty for oneself
 * @param caseNo once it is submitted
 * @param looked what came of looking materials up instead of asking for them
 * @param changed keys of answered questions that a new version of the service asks differently
 * @param kept answers that no question of the new version takes
 */
public record DraftView(
        UUID id,
        ItemVersion item,
        long version,
        ObjectNode answers,
        List<Problem> problems,
        List<MaterialView> materials,
        PartyView applicant,
        ServiceChoice service,
        Promises promises,
        Instant savedAt,
        Optional<String> caseNo,
        String basis,
        List<String> changed,
        List<KeptAnswer> kept,
        List<LookedUp> looked) {

    /** Was it promised, to follow later or by a commitment in its place? */
    public boolean covered(MaterialRequirement need) {
        return promises.of(need.key()).isPresent()
                || promises.commitment()
                        && item.commitment().filter(rule -> rule.covers(need)).isPresent();
    }

    /** What came of looking this one up; empty where nobody has. */
    public Optional<LookedUp> lookedUp(String requirement) {
        return looked.stream()
                .filter(one -> one.requirement().equals(requirement))
                .findFirst();
    }

    /** 必须上传: only the applicant has it, or it was looked up in vain; and it was not promised either. */
    public boolean mustBeHandedIn(MaterialRequirement need) {
        return (need.mandatory(answers) || LookedUp.neededAfterAll(need, answers, looked)) && !covered(need);
    }

    /** Whether some of it is still to be handed in: of what each person needs his own, one for each. */
    public boolean lacks(MaterialRequirement need) {
        long there = materials.stream()
                .filter(file -> file.requirement().equals(need.key()))
                .count();
        return mustBeHandedIn(need) && there < (need.mandatory(answers) ? need.sets(answers) : 1);
    }

    /** Without the answers: this may end up in a log. */
    @Override
    public String toString() {
        return "draft:" + id;
    }
}
