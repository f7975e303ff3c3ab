package org.yiwang.web.window;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.filling.AttachMaterial;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.LookedUp;
import org.yiwang.forms.filling.ReadVault;
import org.yiwang.forms.filling.ReuseMaterial;
import org.yiwang.forms.filling.VaultEntry;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;

/** 窗口填报的材料: what has to be scanned, what is there, and the scans sent with the form. */
@Named("intakeMaterials")
@RequestScoped
public class IntakeMaterials {

    private static final int MOST_OFFERED = 10;

    @Inject
    AttachMaterial attach;

    @Inject
    ReadVault readVault;

    @Inject
    ReuseMaterial reuseMaterial;

    private List<VaultEntry> stored;

    @Inject
    IntakePage intake;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    /** Keeps what was scanned, whatever becomes of the rest; a file that is not taken is named and holds up no other. */
    void take(UUID draft) throws IOException {
        for (Part part : parts()) {
            if (!part.getName().startsWith("m-") || part.getSize() == 0) {
                continue;
            }
            String requirement = part.getName().substring(2);
            try (InputStream in = part.getInputStream()) {
                attach.attach(current.actor(), draft, requirement, new Upload(part.getSubmittedFileName(), in));
            } catch (Refusal refusal) {
                page.trouble(part.getName(), name(requirement) + "：" + refusal.getMessage());
            }
        }
    }

    private List<Part> parts() throws IOException {
        try {
            return List.copyOf(request.getParts());
        } catch (ServletException notMultipart) {
            return List.of();
        }
    }

    private DraftView view() {
        return intake.getView();
    }

    private String name(String requirement) {
        return view().item().material(requirement).map(need -> need.name().zh()).orElse(requirement);
    }

    public List<MaterialRequirement> getRequirements() {
        return view().item().materialsFor(view().answers());
    }

    public List<MaterialView> files(String requirement) {
        return view().materials().stream()
                .filter(file -> file.requirement().equals(requirement))
                .toList();
    }

    List<MaterialRequirement> missing() {
        return getRequirements().stream().filter(need -> view().lacks(need)).toList();
    }

    /** What came of looking it up; null where nobody has. */
    public LookedUp lookedUp(MaterialRequirement need) {
        return view().lookedUp(need.key()).orElse(null);
    }

    /** 申请人以前交过的、发给他的: he stands at the window, so it may be used for him. */
    public List<VaultEntry> stored(MaterialRequirement need) {
        if (stored == null) {
            stored = readVault.forDraft(current.actor(), view().id());
        }
        return stored.stream()
                .filter(entry -> entry.requirement().equals(need.key()) || entry.document())
                .limit(MOST_OFFERED)
                .toList();
    }

    void reuse(UUID draft, String requirement, UUID entry) {
        reuseMaterial.reuse(current.actor(), draft, requirement, entry);
    }

    /** What the window has to ask for. */
    public String need(MaterialRequirement need) {
        if (lookedUp(need) != null && lookedUp(need).notFound() && need.necessity() == Necessity.REQUIRED) {
            return "没有查到，必交";
        }
        if (need.necessity() == Necessity.REQUIRED && need.mandatory(view().answers())) {
            return "必交";
        }
        return switch (need.necessity()) {
            case REQUIRED -> "部门共享，不用交";
            case DEFERRABLE -> "可以承诺后补";
            case OPTIONAL -> "选交";
        };
    }

    public boolean picture(MaterialView file) {
        return file.contentType().toLowerCase(Locale.ROOT).startsWith("image/");
    }
}
