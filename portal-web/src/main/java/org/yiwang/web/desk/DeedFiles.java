package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.material.StoredUpload;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.ReadCase;

/**
 * 办理附件: pictures and papers sent with an action. Each is kept with the case at once; should the action be refused, the
 * form carries them along and they need not be chosen again.
 */
@Named("deedFiles")
@RequestScoped
public class DeedFiles {

    /** 已传文件: its id and what it is called, as the form carries them. */
    public record Sent(String id, String name) {

        static Sent of(StoredUpload kept) {
            return new Sent(kept.id().toString(), kept.name());
        }

        /** From a hidden input; the action checks that it lies with this very case. */
        static Sent parse(String text) {
            String[] parts = text.split("\\|", 2);
            return new Sent(parts[0], parts.length < 2 ? "" : parts[1]);
        }

        public String text() {
            return id + "|" + name;
        }
    }

    @Inject
    DeskCase deskCase;

    @Inject
    ReadCase readCase;

    @Inject
    StoreUpload storeUpload;

    @Inject
    DeedForm form;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    private final Map<String, List<Sent>> sent = new HashMap<>();
    private final List<Problem> refused = new ArrayList<>();

    /** What this input has sent, now and in tries before; the input {@code kept-<name>} carries the latter. */
    public List<Sent> kept(String input) {
        return sent.computeIfAbsent(
                input,
                name -> new ArrayList<>(
                        form.values("kept-" + name).stream().map(Sent::parse).toList()));
    }

    /** Takes the files of an input. One that cannot be taken holds up no other; {@link #needAllTaken} names it. */
    List<Sent> take(String input) {
        List<Sent> all = kept(input);
        String scope = readCase.fileScope(current.actor(), deskCase.number());
        for (Part part : parts()) {
            if (part.getName().equals(input) && part.getSize() > 0) {
                try (InputStream in = part.getInputStream()) {
                    Upload upload = new Upload(part.getSubmittedFileName(), in);
                    all.add(Sent.of(storeUpload.store(current.actor(), scope, upload)));
                } catch (Refusal refusal) {
                    refused.add(new Problem(input, refusal.code(), refusal.getMessage()));
                } catch (IOException e) {
                    throw brokenOff();
                }
            }
        }
        return all;
    }

    /** Refuses when a file was not taken: the action waits for a better one. */
    void needAllTaken() {
        if (!refused.isEmpty()) {
            throw Refusal.invalid(refused);
        }
    }

    private List<Part> parts() {
        try {
            return List.copyOf(request.getParts());
        } catch (IOException | ServletException e) {
            throw brokenOff();
        }
    }

    private static Refusal brokenOff() {
        return Refusal.conflict("UPLOAD", "文件没有传完，请重新选择后再提交。");
    }
}
