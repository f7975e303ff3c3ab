package org.yiwang.workflow.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.Prospects;

/** 推演中的办件: one case on the stage, its cast, and what happened since it was looked at last. */
final class PlayedCase extends Sheet {

    final ItemVersion item;
    final Actor applicant;
    List<Actor> cast;
    final CaseNo no;
    /** Officers who did something: another one is taken where there is a choice (审批分离). */
    final Set<Long> busy = new HashSet<>();

    /** The errand it is part of; null for one that stands alone. */
    private final PlayedErrand errand;

    Prospects.Outlook outlook;
    int seenSeq;

    PlayedCase(ItemVersion item, Actor applicant, List<Actor> cast, CaseNo no) {
        this(item, applicant, cast, no, null);
    }

    PlayedCase(ItemVersion item, Actor applicant, List<Actor> cast, CaseNo no, PlayedErrand errand) {
        this.item = item;
        this.applicant = applicant;
        this.cast = cast;
        this.no = no;
        this.errand = errand;
    }

    @Override
    Sheet of(String caseNo) {
        return errand == null || caseNo.equals(no.value()) ? this : errand.of(caseNo);
    }

    /** Leaves only a few of those who never have anything to do with the case. */
    void withoutStrangers(int but) {
        List<Actor> strangers = outlook.prospects().stream()
                .filter(prospect -> prospect.ever().isEmpty())
                .map(Prospects.Prospect::actor)
                .skip(but)
                .toList();
        cast = cast.stream().filter(actor -> !strangers.contains(actor)).toList();
    }
}
