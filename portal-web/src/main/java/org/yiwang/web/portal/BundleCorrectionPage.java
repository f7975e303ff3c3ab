package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.bundle.ReadCorrections;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.correction.SupplyCorrection;

/**
 * 一件事补正: everything its cases wait for, on one page: a question that several ask again and a file that several want are
 * given once. Each case is answered by itself, so that what is complete is not held up by what is not.
 */
@Named("bundleCorrection")
@RequestScoped
@At("/my/bundles/{bundleNo}/correction")
public class BundleCorrectionPage implements OwnPage {

    @Inject
    ReadCorrections corrections;

    @Inject
    BundleCorrectionFiles files;

    @Inject
    SupplyCorrection supply;

    @Inject
    FormOnce once;

    @Inject
    Clock clock;

    @Inject
    Page page;

    private String bundleNo;
    private ReadCorrections.Open open;
    private List<Line> lines = List.of();
    private final List<String> sent = new ArrayList<>();
    private List<String> chosen;
    private String note = "";

    /**
     * 补正项.
     *
     * @param field the question to answer anew; null for a material
     * @param material what to send; null for a question
     */
    public record Line(
            ReadCorrections.Line asked,
            FieldView field,
            MaterialRequirement material,
            List<BundleCorrectionFiles.Kept> kept) {
        public String id() {
            return field != null ? field.id() : "m-" + material.key();
        }
    }

    @Override
    public Reply get(Visit visit) {
        open(visit);
        if (open.notices().isEmpty()) {
            return visit.go(path());
        }
        lines = lines(open.answers(), List.of());
        return Reply.show("bundle-correction");
    }

    private String path() {
        return "/my/bundles/" + bundleNo;
    }

    private void open(Visit visit) {
        CaseNo no = CaseNo.parse(visit.variable("bundleNo")).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
        bundleNo = no.value();
        open = corrections.read(visit.actor(), no);
        page.setTitle(page.t("correction.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        note = visit.param("note");
        chosen = visit.params("which");
        if (open.notices().isEmpty()) {
            return visit.go(path());
        }
        ObjectNode typed = typed(visit);
        files.take(visit, open);
        List<Problem> problems = new ArrayList<>();
        if (chosen.isEmpty()) {
            page.trouble("which", page.t("bundle.correction.none"));
        }
        if (page.getTroubles().isEmpty()) {
            for (ReadCorrections.Notice notice : open.notices()) {
                if (!notice.elsewhere() && chosen.contains(notice.no().value())) {
                    send(visit, notice, typed, problems);
                }
            }
        }
        return answer(visit, typed, problems);
    }

    /** Answers one case; what it is refused for is said at the inputs, and the next one is sent all the same. */
    private void send(Visit visit, ReadCorrections.Notice notice, ObjectNode typed, List<Problem> problems) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        notice.member().answers().forEach((key, shared) -> {
            if (notice.targets().contains("answers." + key)) {
                own.set(key, typed.get(shared));
            }
        });
        List<SupplyCorrection.Supplied> given = files.of(notice);
        try {
            long seen = version(visit, notice);
            once.run(
                    visit,
                    notice.no().value(),
                    () -> supply.supply(visit.actor(), notice.no(), seen, own, given, note));
            sent.add(notice.name());
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                page.trouble("", notice.name() + "：" + page.said(refusal).message());
            }
            refusal.problems().stream()
                    .map(problem ->
                            new Problem(notice.member().pathBack(problem.path()), problem.code(), problem.message()))
                    .filter(problem ->
                            problems.stream().noneMatch(known -> known.path().equals(problem.path())))
                    .forEach(problems::add);
        }
    }

    private static long version(Visit visit, ReadCorrections.Notice notice) {
        String seen = visit.param("_version-" + notice.no());
        if (!seen.matches("\\d{1,18}")) {
            throw Refusal.conflict("STALE", "页面缺少版本号，请刷新后再试。");
        }
        return Long.parseLong(seen);
    }

    /** All sent: back to the errand. Otherwise the page again, with what is left and all that was typed and chosen. */
    private Reply answer(Visit visit, ObjectNode typed, List<Problem> problems) {
        if (!sent.isEmpty()) {
            open(visit);
        }
        if (open.notices().isEmpty()) {
            return visit.go(path() + "?said=corrected");
        }
        ObjectNode answers = open.answers().deepCopy();
        answers.setAll(typed);
        Refusal refused = Refusal.invalid(problems);
        Refusal said = InLanguage.of(page, open.item(), answers, LocalDate.now(clock.withZone(Dates.CITY)))
                .say(refused);
        lines = lines(answers, said.problems());
        if (!problems.isEmpty()) {
            page.trouble(said, SectionForm::placeOf);
        }
        return page.getTroubles().isEmpty()
                ? Reply.show("bundle-correction")
                : Reply.refused("bundle-correction", said);
    }

    private ObjectNode typed(Visit visit) {
        return SectionForm.readAsked(
                open.item().form(), open.lines().stream().map(ReadCorrections.Line::target), visit.allParams());
    }

    private List<Line> lines(ObjectNode answers, List<Problem> problems) {
        List<Line> all = new ArrayList<>();
        for (ReadCorrections.Line asked : open.lines()) {
            String key = asked.target().substring(asked.target().indexOf('.') + 1);
            if (asked.target().startsWith("answers.")) {
                SectionForm.asking(open.item().form(), key).fields(answers, problems).stream()
                        .filter(view -> view.field().key().equals(key))
                        .forEach(view -> all.add(new Line(asked, view, null, List.of())));
            } else {
                open.item().material(key).ifPresent(need -> all.add(new Line(asked, null, need, files.kept(key))));
            }
        }
        return all;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** As the errand's form names it. */
    public String label(Line line) {
        return page.say(
                line.field() != null
                        ? line.field().field().label()
                        : line.material().name());
    }

    public List<ReadCorrections.Notice> getNotices() {
        return open.notices();
    }

    /** Ticked unless the visitor has taken the tick away. */
    public boolean ticked(ReadCorrections.Notice notice) {
        return chosen == null || chosen.contains(notice.no().value());
    }

    /** Names of those that have just been answered. */
    public List<String> getSent() {
        return sent;
    }

    public String getNote() {
        return note;
    }

    public String getBundleNo() {
        return bundleNo;
    }

    public String url(String rest) {
        return page.url(path() + rest);
    }
}
