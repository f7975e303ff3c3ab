package org.yiwang.workflow.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.casefile.CaseNo;

/** 推演中的一件事: an errand on the stage, its cases as they begin, and their one cast. */
final class PlayedErrand extends Sheet {

    final ItemVersion item;
    final Actor applicant;
    final List<Actor> cast;
    final CaseNo no;
    /** By case number; a case is here from the moment anything is heard of it. */
    final Map<String, PlayedCase> cases = new TreeMap<>();

    private final Function<PlayedErrand, Function<String, PlayedCase>> opens;
    BundleView view;
    int seenEvents;

    PlayedErrand(
            ItemVersion item,
            Actor applicant,
            List<Actor> cast,
            CaseNo no,
            Function<PlayedErrand, Function<String, PlayedCase>> opens) {
        this.item = item;
        this.applicant = applicant;
        this.cast = cast;
        this.no = no;
        this.opens = opens;
    }

    @Override
    Sheet of(String caseNo) {
        return caseNo.isEmpty() || caseNo.equals(no.value()) ? this : cases.computeIfAbsent(caseNo, opens.apply(this));
    }

    /** The case of that service; null while it has not begun. */
    PlayedCase of(BundleView.Member member) {
        return member.caseNo() == null ? null : (PlayedCase) of(member.caseNo());
    }
}
