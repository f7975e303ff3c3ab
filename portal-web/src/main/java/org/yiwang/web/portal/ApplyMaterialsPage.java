package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.filling.AttachMaterial;
import org.yiwang.forms.filling.LookUpPapers;
import org.yiwang.forms.filling.LookedUp;
import org.yiwang.forms.filling.ReadVault;
import org.yiwang.forms.filling.RemoveMaterial;
import org.yiwang.forms.filling.ReuseMaterial;
import org.yiwang.forms.filling.RotateMaterial;
import org.yiwang.forms.filling.VaultEntry;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Uuids;

/** 上传材料: what has to be handed in, file by file. One button sends every file that was chosen. */
@Named("applyMaterials")
@RequestScoped
@At("/apply/{draft}/materials")
public class ApplyMaterialsPage extends ApplyPage {

    private static final int MOST_OFFERED = 10;

    @Inject
    AttachMaterial attach;

    @Inject
    RemoveMaterial remove;

    @Inject
    RotateMaterial rotate;

    @Inject
    LookUpPapers lookUp;

    @Inject
    ReadVault readVault;

    @Inject
    ReuseMaterial reuse;

    @Inject
    PromiseForm promises;

    private List<VaultEntry> stored = List.of();

    @Override
    protected String prepare(Visit visit) {
        lookUp.look(visit.actor(), draft.getView().id());
        draft.open(visit);
        stored = readVault.forDraft(visit.actor(), draft.getView().id());
        promises.open(draft.getView());
        return page.t("apply.materials");
    }

    @Override
    protected Reply show(Visit visit) {
        if (visit.has("errors")) {
            missing().forEach(need -> page.trouble("m-" + need.key(), missingText(need)));
        }
        return Reply.show("apply-materials");
    }

    /** Keeps the files that are good; as long as one is not, nothing else is done, so that it is seen. */
    @Override
    protected Reply take(Visit visit) {
        UUID id = draft.getView().id();
        takeFiles(visit, id);
        draft.replace(promises.take(visit.actor()));
        if (!page.getTroubles().isEmpty()) {
            draft.open(visit);
            promises.open(draft.getView());
            return Reply.again("apply-materials");
        }
        String[] act = visit.param("_do").split(":");
        return goOnce(visit, () -> {
            if (act[0].equals("remove") && act.length == 2) {
                remove.remove(visit.actor(), id, Uuids.parse(act[1], "这份材料"));
            } else if (act[0].equals("rotate") && act.length == 2) {
                rotate.rotate(visit.actor(), id, Uuids.parse(act[1], "这份材料"), 90);
            }
            if (act[0].equals("reuse") && act.length == 3) {
                reuse.reuse(visit.actor(), id, act[1], Uuids.parse(act[2], "这份材料"));
            }
            return next(visit, act[0]);
        });
    }

    private void takeFiles(Visit visit, UUID id) {
        for (MaterialRequirement need : draft.getRequirements()) {
            for (Part part : visit.files("m-" + need.key())) {
                try {
                    once.file(visit, part, upload -> attach.attach(visit.actor(), id, need.key(), upload)
                            .id());
                } catch (Refusal refusal) {
                    page.trouble(refusal, path -> "m-" + need.key());
                }
            }
        }
    }

    private String next(Visit visit, String verb) {
        if (verb.equals("leave")) {
            return "";
        }
        if (!verb.equals("continue")) {
            return here("/materials", "");
        }
        draft.open(visit);
        return missing().isEmpty() ? onwards("/materials") : here("/materials", "errors=1");
    }

    private List<MaterialRequirement> missing() {
        return draft.getMissing();
    }

    /** 可以再用的: handed in before for the same material, and what was issued to the applicant. */
    public List<VaultEntry> stored(MaterialRequirement need) {
        return stored.stream()
                .filter(entry -> entry.requirement().equals(need.key()) || entry.document())
                .limit(MOST_OFFERED)
                .toList();
    }

    private String missingText(MaterialRequirement need) {
        boolean lookedUpInVain = !need.mandatory(draft.getView().answers());
        return lookedUpInVain
                ? page.t1("lookup.notFound.missing", page.say(need.name()))
                : page.t1("material.missing", page.say(need.name()));
    }

    /** REQUIRED, OPTIONAL, DEFERRABLE or FETCHED: what to say beside the name. */
    public String needOf(MaterialRequirement need) {
        if (draft.getView().lookedUp(need.key()).filter(LookedUp::notFound).isPresent()
                && need.necessity() == Necessity.REQUIRED) {
            return "REQUIRED";
        }
        if (need.necessity() == Necessity.REQUIRED
                && need.mandatory(draft.getView().answers())) {
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
}
