package org.yiwang.web.window;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.filling.DiscardDraft;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.LookUpPapers;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.filling.RemoveMaterial;
import org.yiwang.forms.filling.RotateMaterial;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.FreshView;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.portal.FieldView;
import org.yiwang.web.portal.PromiseForm;
import org.yiwang.web.portal.RowsShown;
import org.yiwang.web.portal.SectionForm;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.SubmitDraft;

/**
 * 窗口填报: the same form as everywhere, on one page, for the person present. Every button saves first, whatever it does
 * then; so nothing typed is lost, and one customer can be parked at any moment.
 */
@Named("intake")
@RequestScoped
public class IntakePage {

    @Inject
    ReadDraft readDraft;

    @Inject
    SaveDraft saveDraft;

    @Inject
    IntakeMaterials materials;

    @Inject
    IntakeService service;

    @Inject
    PromiseForm promises;

    @Inject
    RemoveMaterial remove;

    @Inject
    RotateMaterial rotate;

    @Inject
    DiscardDraft discard;

    @Inject
    LookUpPapers lookUp;

    @Inject
    SubmitDraft submitDraft;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private DraftView view;
    private ObjectNode shown;
    private String oneMoreRow = "";
    /** Built once for each page: a view asks for them again with every word it writes. */
    private final Map<String, List<FieldView>> fields = new HashMap<>();

    /** Reads the draft of the address; answers the case's number when it has been submitted, otherwise empty. */
    public String open(HttpServletRequest asked) {
        UUID draft = Uuids.parse(asked.getParameter("draft"), "这份草稿");
        lookUp.look(current.actor(), draft);
        view = readDraft.read(current.actor(), draft);
        shown = view.answers();
        promises.open(view);
        boolean reading = "GET".equals(asked.getMethod());
        if (reading && asked.getParameter("check") != null) {
            trouble(view.problems());
            materials
                    .missing()
                    .forEach(need -> page.trouble(
                            "m-" + need.key(), "请扫描上传“" + need.name().zh() + "”。"));
        }
        oneMoreRow = sent.typed("add");
        return view.caseNo().orElse("");
    }

    /** A form was sent: save what was typed, take the scans, then do what the button says. */
    public void post() throws IOException {
        if (!FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        String[] act = sent.typed("_do").split(":");
        ObjectNode typed = typed();
        changeRows(act, typed);
        try {
            if (act[0].equals("discard")) {
                discard.discard(current.actor(), view.id());
                go("/window/counter?done=discarded");
                return;
            }
            // The scans first: they are kept whatever is wrong with the answers.
            materials.take(view.id());
            view = saveDraft.save(current.actor(), view.id(), version(), typed);
            view = service.save(view);
            promises.open(view);
            view = promises.take(current.actor());
            if (page.getTroubles().isEmpty()) {
                go(then(act));
                return;
            }
            page.trouble("", "其他填写内容和材料已经保存。");
        } catch (Refusal refusal) {
            say(refusal);
        }
        again(act, typed);
    }

    /** The same page with what is wrong, and with everything that was typed and scanned. */
    private void again(String[] act, ObjectNode typed) {
        view = readDraft.read(current.actor(), view.id());
        promises.open(view);
        shown = view.answers().deepCopy();
        shown.setAll(typed);
        oneMoreRow = act[0].equals("add") && act.length == 2 ? act[1] : "";
        fields.clear();
        FreshView.show();
    }

    private String then(String[] act) {
        String here = "/window/intake?draft=" + view.id();
        return switch (act[0]) {
            case "submit" -> submit(here);
            case "park" -> "/window/counter?done=parked";
            case "remove-file" -> {
                remove.remove(current.actor(), view.id(), Uuids.parse(act[1], "这份草稿"));
                yield here + "#materials";
            }
            case "rotate-file" -> {
                rotate.rotate(current.actor(), view.id(), Uuids.parse(act[1], "这份草稿"), 90);
                yield here + "#materials";
            }
            case "reuse" -> {
                materials.reuse(view.id(), act[1], Uuids.parse(act[2], "这份材料"));
                yield here + "#materials";
            }
            case "upload" -> here + "#materials";
            case "add" -> here + "&add=" + page.encode(act[1]) + "#" + FieldView.idOf(act[1]);
            case "remove" -> here + "#" + FieldView.idOf(act[1]);
            default -> here + "&saved=1";
        };
    }

    private String submit(String here) {
        lookUp.look(current.actor(), view.id());
        view = readDraft.read(current.actor(), view.id());
        if (!view.problems().isEmpty() || !materials.missing().isEmpty()) {
            return here + "&check=1";
        }
        SubmitDraft.Done done = submitDraft.submit(current.actor(), view.id());
        // Of an errand the first case that was opened: its page shows the others too.
        String no = done.errand() == null
                ? done.single().caseNo()
                : done.errand().members().stream()
                        .map(BundleView.Member::caseNo)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        return "/desk/case?no=" + no + "&done=SUBMITTED";
    }

    private ObjectNode typed() {
        ObjectNode all = view.answers().objectNode();
        for (Section section : view.item().form().sections()) {
            all.setAll((ObjectNode) form(section).read(request.getParameterMap()));
        }
        return all;
    }

    private static void changeRows(String[] act, ObjectNode typed) {
        if (act[0].equals("remove") && act.length == 3 && RowsShown.rows(typed, act[1]) instanceof ArrayNode rows) {
            int at = act[2].matches("\\d{1,3}") ? Integer.parseInt(act[2]) : -1;
            if (at >= 0 && at < rows.size()) {
                rows.remove(at);
            }
        }
    }

    private long version() {
        try {
            return Long.parseLong(sent.typed("_version"));
        } catch (NumberFormatException e) {
            throw Refusal.conflict("STALE", "页面不完整，请刷新后再试。");
        }
    }

    private void say(Refusal refusal) {
        if (!refusal.problems().isEmpty()) {
            trouble(refusal.problems());
            return;
        }
        boolean moved = refusal.kind() == Refusal.Kind.STALE || refusal.kind() == Refusal.Kind.CONFLICT;
        page.trouble("", refusal.getMessage() + (moved ? "您在本页填写的内容还在，请核对后再保存一次。" : ""));
    }

    private void trouble(List<Problem> problems) {
        for (Problem problem : problems) {
            page.trouble(FieldView.idOf(SectionForm.inputName(problem.path())), problem.message());
        }
    }

    private void go(String to) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + to);
    }

    private SectionForm form(Section section) {
        return new SectionForm(view.item().form(), section);
    }

    public DraftView getView() {
        return view;
    }

    /** What the script needs beside what stands on the page: the day the answers count from. */
    public String getEarlier() {
        ObjectNode earlier = shown.objectNode();
        for (Section section : getSections()) {
            earlier.setAll(form(section).earlier(shown));
        }
        return earlier.toString();
    }

    public List<Section> getSections() {
        return view.item().form().sections();
    }

    /** The questions of a section with what stands in them. */
    public List<FieldView> fields(Section section) {
        return fields.computeIfAbsent(section.key(), key -> {
            List<Problem> problems = sent.typed("check").isEmpty() ? List.of() : view.problems();
            return form(section).fields(shown, problems, RowsShown.oneMore(shown, oneMoreRow), view.changed());
        });
    }
}
