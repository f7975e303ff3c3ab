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
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;

/** 窗口填报的材料: what has to be scanned, what is there, and the scans sent with the form. */
@Named("intakeMaterials")
@RequestScoped
public class IntakeMaterials {

    @Inject
    AttachMaterial attach;

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
        return getRequirements().stream()
                .filter(need ->
                        need.mandatory(view().answers()) && files(need.key()).isEmpty() && !view().covered(need))
                .toList();
    }

    /** What the window has to ask for. */
    public String need(MaterialRequirement need) {
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
