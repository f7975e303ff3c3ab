package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.QueryGuard;

/**
 * 一件事进度查询: of a whole errand, without signing in, by its number and query code ({@link QueryGuard}): one line for each
 * service and the one promised date.
 */
@ApplicationScoped
public class PublicErrand {

    @Inject
    Bundles store;

    @Inject
    BundledCases cases;

    @Inject
    ErrandCode codes;

    @Inject
    QueryGuard guard;

    /**
     * 一件事进度: nothing that names a person, and no number that opens a case.
     *
     * @param promisedOn the one promised day
     * @param waitingForYou something waits for the applicant; the promised day moves by the days this takes
     */
    public record Progress(
            String bundleNo,
            String itemCode,
            String itemName,
            BundleStatus status,
            String statusText,
            LocalDate promisedOn,
            boolean waitingForYou,
            boolean ended,
            List<Line> members) {}

    /**
     * 子件一行.
     *
     * @param toCorrect it waits for the applicant
     * @param held its result is ready and waits for the others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String itemCode, String name, MemberState state, String stateText, boolean toCorrect, boolean held) {}

    /** Whether that is an errand's number; says nothing about whose. */
    @Transactional
    public boolean known(CaseNo no) {
        return store.find(no).isPresent();
    }

    @Transactional(dontRollbackOn = Refusal.class)
    public Progress look(String typedNo, String typedCode) {
        CaseNo no = guard.pass(typedNo, typedCode, asked -> store.find(asked).flatMap(codes::of));
        CaseBundle bundle = store.find(no).orElseThrow();
        Map<String, CaseFile> files =
                cases.of(bundle.id()).stream().collect(Collectors.toMap(CaseFile::itemCode, Function.identity()));
        List<Line> lines = store.children(bundle.id()).stream()
                .map(child -> line(child, files.get(child.item().value())))
                .toList();
        return new Progress(
                bundle.bundleNo().value(),
                bundle.itemCode(),
                bundle.itemName(),
                bundle.status(),
                bundle.status().text(),
                bundle.promisedOn(),
                lines.stream().anyMatch(Line::toCorrect),
                bundle.ended(),
                lines);
    }

    private static Line line(BundleChild child, CaseFile file) {
        MemberState state = file == null ? child.state() : MemberState.of(file);
        return new Line(
                child.item().value(),
                child.itemName(),
                state,
                state.text(),
                file != null && waits(file.status()),
                file != null && file.held() && state == MemberState.GRANTED);
    }

    private static boolean waits(CaseStatus status) {
        return status == CaseStatus.CORRECTION_REQUIRED || status == CaseStatus.REVIEW_CORRECTION;
    }
}
