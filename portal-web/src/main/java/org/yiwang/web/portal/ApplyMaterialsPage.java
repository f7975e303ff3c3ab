package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.filling.AttachMaterial;
import org.yiwang.forms.filling.RemoveMaterial;
import org.yiwang.forms.filling.RotateMaterial;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;

/** 上传材料: what has to be handed in, file by file. One button sends every file that was chosen. */
@Named("applyMaterials")
@RequestScoped
@At("/apply/{draft}/materials")
public class ApplyMaterialsPage implements PortalPage {

    @Inject
    DraftAtHand draft;

    @Inject
    AttachMaterial attach;

    @Inject
    RemoveMaterial remove;

    @Inject
    RotateMaterial rotate;

    @Inject
    Page page;

    private String from = "";

    @Override
    public String section() {
        return "mine";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (visit.has("errors")) {
            missing().forEach(need -> page.trouble("m-" + need.key(), missingText(need)));
        }
        return Reply.show("apply-materials");
    }

    private Optional<Reply> open(Visit visit) {
        page.setTitle(page.t("apply.materials"));
        from = visit.param("from").equals("check") ? "check" : "";
        return draft.open(visit);
    }

    @Override
    public Reply post(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        UUID id = draft.getView().id();
        takeFiles(visit, id);
        String[] act = visit.param("_do").split(":");
        if (act[0].equals("remove") && act.length == 2) {
            remove.remove(visit.actor(), id, Uuids.parse(act[1], "这份材料"));
        } else if (act[0].equals("rotate") && act.length == 2) {
            rotate.rotate(visit.actor(), id, Uuids.parse(act[1], "这份材料"), 90);
        }
        if (!page.getTroubles().isEmpty()) {
            draft.open(visit);
            return Reply.again("apply-materials");
        }
        return visit.go("/apply/" + id + next(visit, act[0]));
    }

    private void takeFiles(Visit visit, UUID id) {
        for (MaterialRequirement need : draft.getRequirements()) {
            for (Part part : visit.files("m-" + need.key())) {
                try (InputStream content = part.getInputStream()) {
                    attach.attach(visit.actor(), id, need.key(), new Upload(part.getSubmittedFileName(), content));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (Refusal refusal) {
                    page.trouble("m-" + need.key(), page.say(need.name()) + page.t("colon") + refusal.getMessage());
                }
            }
        }
    }

    private String next(Visit visit, String verb) {
        String keepFrom = from.isEmpty() ? "" : "from=" + from;
        if (verb.equals("leave")) {
            return "";
        }
        if (!verb.equals("continue")) {
            return "/materials" + (keepFrom.isEmpty() ? "" : "?" + keepFrom);
        }
        draft.open(visit);
        if (!missing().isEmpty()) {
            return "/materials?errors=1" + (keepFrom.isEmpty() ? "" : "&" + keepFrom);
        }
        return from.equals("check") ? "/check" : draft.after("/materials");
    }

    private List<MaterialRequirement> missing() {
        return draft.getRequirements().stream()
                .filter(need -> need.mandatory(draft.getView().answers())
                        && draft.files(need.key()).isEmpty())
                .toList();
    }

    private String missingText(MaterialRequirement need) {
        return page.t1("material.missing", page.say(need.name()));
    }

    /** REQUIRED, OPTIONAL, DEFERRABLE or FETCHED: what to say beside the name. */
    public String needOf(MaterialRequirement need) {
        if (need.mandatory(draft.getView().answers())) {
            return "REQUIRED";
        }
        if (need.necessity() == Necessity.REQUIRED) {
            return "FETCHED";
        }
        return need.necessity().name();
    }

    public String size(long bytes) {
        return Dates.size(bytes);
    }

    public boolean picture(String type) {
        return type.startsWith("image/");
    }

    public String getFrom() {
        return from;
    }
}
