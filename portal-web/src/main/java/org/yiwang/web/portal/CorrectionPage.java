package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.material.StoredUpload;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadApplication;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.correction.ResubmitCase;
import org.yiwang.workflow.correction.SupplyCorrection;

/** 提交补正: every line of the correction notice with the input that answers it, on one page; or all of a returned application. */
@Named("correctionPage")
@RequestScoped
@At("/my/cases/{caseNo}/correction")
public class CorrectionPage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ReadApplication readApplication;

    @Inject
    ReadCase readCase;

    @Inject
    ReadBundle readBundle;

    @Inject
    StoreUpload storeUpload;

    @Inject
    SupplyCorrection supply;

    @Inject
    ResubmitCase resubmit;

    @Inject
    FormOnce once;

    @Inject
    Clock clock;

    @Inject
    Page page;

    private ReadApplication.Application application;
    private List<Line> lines = List.of();
    private final Map<String, List<StoredUpload>> kept = new HashMap<>();
    private String note = "";

    /**
     * 补正项.
     *
     * @param field the question to answer anew; null for a material
     * @param material key of the material to send; null for a question
     * @param kept files that came with an earlier try, which was refused for something else
     */
    public record Line(CaseView.Demand demand, FieldView field, MaterialRequirement material, List<StoredUpload> kept) {
        public String id() {
            return field != null ? field.id() : "m-" + material.key();
        }
    }

    @Override
    public Reply get(Visit visit) {
        open(visit);
        if (nothingAsked()) {
            return visit.go("/my/cases/" + at.no().value());
        }
        lines = lines(application.answers(), List.of());
        return Reply.show("correction");
    }

    private void open(Visit visit) {
        at.open(visit);
        application = readApplication.read(visit.actor(), at.no());
        page.setTitle(page.t(isResubmit() ? "resubmit.title" : "correction.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        note = visit.param("note");
        if (nothingAsked()) {
            return visit.go("/my/cases/" + at.no().value());
        }
        ObjectNode typed = typed(visit);
        boolean again = isResubmit();
        try {
            takeFiles(visit);
            List<SupplyCorrection.Supplied> files = supplied();
            long seen = CaseForms.version(visit);
            once.run(visit, () -> {
                if (isResubmit()) {
                    resubmit.resubmit(visit.actor(), at.no(), seen, new ResubmitCase.Changes(typed, files));
                } else {
                    supply.supply(visit.actor(), at.no(), seen, typed, files, note);
                }
            });
        } catch (Refusal refusal) {
            return again(refusal, typed);
        }
        String errand = readBundle
                .ofCase(visit.actor(), at.no())
                .map(bundle -> "/my/bundles/" + bundle.bundleNo())
                .orElse("/my/cases/" + at.no().value());
        return visit.go(errand + "?said=" + (again ? "resubmitted" : "corrected"));
    }

    private boolean nothingAsked() {
        return at.getOpenCorrection() == null && !isResubmit();
    }

    /** Papers that came back with the applicant's consent: he may change everything. */
    public boolean isResubmit() {
        return at.can("RESUBMIT");
    }

    /** What the notice demands; every question that is due and every material when the papers came back whole. */
    private List<CaseView.Demand> demands(ObjectNode answers) {
        if (!isResubmit()) {
            return at.getOpenCorrection().items();
        }
        List<CaseView.Demand> all = new ArrayList<>();
        for (Section section : application.item().form().sections()) {
            SectionForm form = new SectionForm(application.item().form(), section);
            for (FieldView view : form.fields(answers, List.of())) {
                if (!view.shown()) {
                    continue;
                }
                all.add(new CaseView.Demand(
                        "answers." + view.field().key(), page.say(view.field().label()), ""));
            }
        }
        for (MaterialRequirement need : application.item().materialsFor(answers)) {
            all.add(new CaseView.Demand("materials." + need.key(), page.say(need.name()), ""));
        }
        return all;
    }

    private ObjectNode typed(Visit visit) {
        if (isResubmit()) {
            return typedAnew(visit);
        }
        return SectionForm.readAsked(
                application.item().form(),
                at.getOpenCorrection().items().stream().map(CaseView.Demand::target),
                visit.allParams());
    }

    /** Every question that stood on the page; one that an answer has just called for may be among them. */
    private ObjectNode typedAnew(Visit visit) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        for (Section section : application.item().form().sections()) {
            SectionForm form = new SectionForm(application.item().form(), section);
            ObjectNode read = form.read(visit.allParams());
            for (FieldView view : form.fields(application.answers(), List.of())) {
                String key = view.field().key();
                if (view.shown() || read.hasNonNull(key)) {
                    typed.set(key, read.get(key));
                }
            }
        }
        return typed;
    }

    /** Files that are good stay with the page until everything else is right too: nobody chooses a file twice. */
    private void takeFiles(Visit visit) {
        String scope = readCase.fileScope(visit.actor(), at.no());
        for (CaseView.Demand demand : demands(application.answers())) {
            if (demand.target().startsWith("materials.")) {
                takeFiles(visit, scope, demand.target().substring(10));
            }
        }
        if (!page.getTroubles().isEmpty()) {
            throw Refusal.invalid(List.of());
        }
    }

    private void takeFiles(Visit visit, String scope, String key) {
        Set<UUID> ids = new LinkedHashSet<>();
        visit.params("kept-" + key).forEach(id -> ids.add(Uuids.parse(id, "这个文件")));
        for (Part part : visit.files("m-" + key)) {
            try {
                ids.add(once.file(visit, part, upload -> storeUpload
                        .store(visit.actor(), scope, upload)
                        .id()));
            } catch (Refusal refusal) {
                page.trouble(refusal, path -> "m-" + key);
            }
        }
        kept.put(
                key,
                ids.stream()
                        .flatMap(id -> storeUpload.waiting(scope, id).stream())
                        .toList());
    }

    private List<SupplyCorrection.Supplied> supplied() {
        List<SupplyCorrection.Supplied> files = new ArrayList<>();
        kept.forEach((key, stored) -> stored.forEach(file -> files.add(new SupplyCorrection.Supplied(key, file.id()))));
        return files;
    }

    private Reply again(Refusal refusal, ObjectNode typed) {
        Reply.passOn(refusal);
        ObjectNode answers = application.answers().deepCopy();
        answers.setAll(typed);
        Refusal said = InLanguage.of(page, application.item(), answers, today()).say(refusal);
        lines = lines(answers, said.problems());
        if (page.getTroubles().isEmpty()) {
            page.trouble(said, SectionForm::placeOf);
        }
        return Reply.refused("correction", said);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Dates.CITY));
    }

    private List<Line> lines(ObjectNode answers, List<Problem> problems) {
        List<Line> all = new ArrayList<>();
        for (CaseView.Demand demand : demands(answers)) {
            String key = demand.target().substring(demand.target().indexOf('.') + 1);
            if (demand.target().startsWith("answers.")) {
                SectionForm.asking(application.item().form(), key).fields(answers, problems).stream()
                        .filter(view -> view.field().key().equals(key))
                        .forEach(view -> all.add(new Line(demand, view, null, List.of())));
            } else {
                application
                        .item()
                        .material(key)
                        .ifPresent(need -> all.add(new Line(demand, null, need, kept.getOrDefault(key, List.of()))));
            }
        }
        return all;
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getNote() {
        return note;
    }
}
