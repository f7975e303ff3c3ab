package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadApplication;
import org.yiwang.workflow.casefile.ReadCase;

/**
 * 一件事补正清单: the open corrections of all its cases as one list, in the questions and materials of the errand's one form:
 * what several of them ask for stands there once. Each is answered by the ordinary use case.
 */
@ApplicationScoped
public class ReadCorrections {

    @Inject
    Bundles store;

    @Inject
    BundledCases cases;

    @Inject
    ReadBundle read;

    @Inject
    ReadCase readCase;

    @Inject
    ReadApplication applications;

    @Inject
    ReadSubmission submissions;

    @Inject
    FindItem items;

    /**
     * 待补正.
     *
     * @param item the errand's form and materials
     * @param answers of the errand, as the cases hold them now
     * @param notices one for each case that waits
     * @param lines what is asked for, each once
     */
    public record Open(ItemVersion item, ObjectNode answers, List<Notice> notices, List<Line> lines) {}

    /**
     * 子件的补正告知.
     *
     * @param version of the case, for seenVersion
     * @param dueOn last day to answer; null where there is none
     * @param elsewhere asks for something that is no part of the errand's form: answered on the case's own page
     */
    public record Notice(
            CaseNo no,
            BundleMember member,
            String name,
            long version,
            LocalDate dueOn,
            String note,
            List<String> targets,
            boolean elsewhere) {

        /** Its own name for what the errand calls so; empty if it does not ask for it. */
        public Optional<String> own(String target) {
            return targets.stream()
                    .filter(own -> target.equals(inErrand(member, own)))
                    .findFirst();
        }
    }

    /**
     * 补正项.
     *
     * @param target as the errand's form names it: {@code answers.x} or {@code materials.y}
     * @param wishes by whom it is asked for, and why
     */
    public record Line(String target, String label, List<Wish> wishes) {}

    /** 谁要求补正. */
    public record Wish(CaseNo no, String name, String text) {}

    /** @throws Refusal NOT_FOUND for whoever does not speak for the applicant */
    @Transactional
    public Open read(Actor actor, CaseNo bundleNo) {
        CaseBundle bundle = store.find(bundleNo).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
        if (!read.speaks(actor, bundle)) {
            throw Refusal.notFound("这个一件事办件");
        }
        ItemVersion item = items.version(bundle.itemVersionId());
        ObjectNode answers = submissions.read(bundle.submissionId()).answers().deepCopy();
        List<Notice> notices = new ArrayList<>();
        Map<String, Line> lines = new LinkedHashMap<>();
        for (CaseFile file : cases.of(bundle.id())) {
            CaseView view = readCase.read(actor, file.caseNo());
            if (view.allowedActions().contains(CaseAction.SUPPLY_CORRECTION)) {
                BundleMember member = item.bundle()
                        .orElseThrow()
                        .member(ItemCode.of(file.itemCode()))
                        .orElseThrow();
                answers.setAll(member.answersBack(
                        applications.read(actor, file.caseNo()).answers()));
                view.corrections().stream()
                        .filter(correction -> correction.answeredAt() == null)
                        .findFirst()
                        .ifPresent(open -> notices.add(add(view, member, open, lines)));
            }
        }
        return new Open(item, answers, List.copyOf(notices), List.copyOf(lines.values()));
    }

    private static Notice add(CaseView view, BundleMember member, CaseView.Correction open, Map<String, Line> lines) {
        List<String> targets =
                open.items().stream().map(CaseView.Demand::target).toList();
        boolean elsewhere = targets.stream().anyMatch(own -> inErrand(member, own) == null);
        CaseNo no = new CaseNo(view.caseNo());
        String name = member.name().zh();
        if (!elsewhere) {
            for (CaseView.Demand demand : open.items()) {
                lines.computeIfAbsent(
                                inErrand(member, demand.target()),
                                target -> new Line(target, demand.label(), new ArrayList<>()))
                        .wishes()
                        .add(new Wish(no, name, demand.text()));
            }
        }
        return new Notice(no, member, name, view.version(), open.dueOn(), open.note(), targets, elsewhere);
    }

    /** What the errand calls this question or material of one of its services; null where it does not ask for it. */
    private static String inErrand(BundleMember member, String own) {
        String[] parts = own.split("\\.", 2);
        Map<String, String> names = parts[0].equals("materials") ? member.materials() : member.answers();
        String shared = parts.length == 2 ? names.get(parts[1]) : null;
        return shared == null ? null : parts[0] + "." + shared;
    }
}
