package org.yiwang.web.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.office.ApproveItem;
import org.yiwang.forms.catalogue.office.DraftItem;
import org.yiwang.forms.catalogue.office.DraftState;
import org.yiwang.forms.catalogue.office.ItemDraft;
import org.yiwang.forms.catalogue.office.Proof;
import org.yiwang.forms.catalogue.office.ProveItem;
import org.yiwang.forms.catalogue.office.ResumeItem;
import org.yiwang.forms.catalogue.office.RetireItem;
import org.yiwang.forms.catalogue.office.ReturnItem;
import org.yiwang.forms.catalogue.office.ScheduleItem;
import org.yiwang.forms.catalogue.office.SubmitItemForReview;
import org.yiwang.forms.catalogue.office.SuspendItem;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.web.security.SecurityLog;

/**
 * 事项后台的动作: what the buttons of the back office do. Done, it goes on to a page that says so; refused, the page comes again
 * with the reason and with everything that was typed.
 */
@WebServlet(name = "item-deeds", urlPatterns = "/admin/item-do")
@MultipartConfig(fileSizeThreshold = 1024 * 1024, maxFileSize = 6L * 1024 * 1024, maxRequestSize = 8L * 1024 * 1024)
public class ItemDeeds extends HttpServlet {

    /** Request attribute with what a check has found. */
    static final String FOUND = "office.found";

    private static final long serialVersionUID = 1L;

    @Inject
    transient DraftItem draftItem;

    @Inject
    transient ProveItem prove;

    @Inject
    transient SubmitItemForReview submit;

    @Inject
    transient ApproveItem approve;

    @Inject
    transient ReturnItem returnItem;

    @Inject
    transient ScheduleItem schedule;

    @Inject
    transient SuspendItem suspend;

    @Inject
    transient ResumeItem resume;

    @Inject
    transient RetireItem retire;

    @Inject
    transient ItemDesk itemDesk;

    @Inject
    transient DraftDesk draftDesk;

    @Inject
    transient EditDesk editDesk;

    @Inject
    transient CurrentActor current;

    @Inject
    transient Sent sent;

    @Inject
    transient Page page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/admin/items");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            String next = act(request);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + next);
        } catch (Refusal refusal) {
            SecurityLog.refused(request, current.actor(), refusal.kind().status(), refusal.code());
            again(request, response, refusal);
        } catch (IllegalStateException tooLarge) {
            again(request, response, Refusal.of(Refusal.Kind.TOO_LARGE, "TOO_LARGE", "事项包超过 5 MB，请压缩或拆分后重试。"));
        }
    }

    private String act(HttpServletRequest request) throws IOException, ServletException {
        String act = sent.typed("act");
        Actor actor = current.signedIn();
        return switch (act) {
            case "draft" -> draft(draftItem.start(actor, code()).id(), "drafted");
            case "import" -> draft(draftItem.bring(actor, zip(request)).id(), "imported");
            case "suspend", "resume", "retire", "confirm", "drop" -> standing(act, actor);
            default -> draftDeed(act, actor, Uuids.parse(sent.typed("id"), "这份草案"), request);
        };
    }

    private String standing(String act, Actor actor) {
        String reason = sent.typed("reason");
        String instead = sent.typed("instead");
        long seen = sent.seen();
        return switch (act) {
            case "suspend" -> {
                suspend.suspend(actor, code(), seen, reason, instead);
                yield item("suspended");
            }
            case "resume" -> {
                resume.resume(actor, code(), seen, sent.typed("words"));
                yield item("resumed");
            }
            case "retire" -> {
                retire.propose(actor, code(), seen, day("on").orElse(null), reason, instead);
                yield item("proposed");
            }
            case "confirm" -> {
                retire.confirm(actor, code(), seen);
                yield item("confirmed");
            }
            default -> {
                retire.drop(actor, code(), seen);
                yield item("dropped");
            }
        };
    }

    private String draftDeed(String act, Actor actor, UUID id, HttpServletRequest request)
            throws IOException, ServletException {
        long seen = sent.seen();
        return switch (act) {
            case "save" -> {
                draftItem.save(actor, id, seen, sent.typed("file"), text());
                yield "/admin/item-edit?id=" + id + "&file=" + page.encode(sent.typed("file")) + "&done=saved";
            }
            case "edit" -> edited(actor, id, seen, request);
            case "remove" ->
                draft(draftItem.remove(actor, id, seen, sent.typed("file")).id(), "saved");
            case "replace" ->
                draft(draftItem.replace(actor, id, seen, zip(request)).id(), "imported");
            case "rebase" -> draft(draftItem.rebase(actor, id, seen).id(), "rebased");
            case "take-back" -> draft(draftItem.takeBack(actor, id, seen).id(), "taken");
            case "discard" -> draft(draftItem.discard(actor, id, seen).id(), "discarded");
            case "submit" -> {
                Proof proof = prove.prove(actor, id);
                yield draft(
                        submit.submit(actor, id, seen, proof, day("on"), sent.typed("words"))
                                .id(),
                        "submitted");
            }
            case "approve" ->
                approved(approve.approve(actor, id, seen, day("on").orElse(null), sent.typed("opinion")));
            case "schedule" ->
                approved(schedule.reschedule(actor, id, seen, day("on").orElse(null)));
            case "return" ->
                draft(returnItem.back(actor, id, seen, sent.typed("opinion")).id(), "returned");
            default -> throw Refusal.notFound("这个操作");
        };
    }

    /** What an editor's form has sent, then what its pressed button does to a list. */
    private String edited(Actor actor, UUID id, long seen, HttpServletRequest request) {
        draftDesk.open(id.toString());
        ObjectNode kept = editDesk.kept();
        ObjectNode json = kept.deepCopy();
        new JsonEdit(request.getParameterMap()).apply(editDesk.specs(), json, "");
        String row = JsonEdit.operate(json, sent.typed("op"));
        request.setAttribute(EditDesk.TYPED, json);
        if (!json.equals(kept)) {
            draftItem.save(actor, id, seen, editDesk.file(), EditDesk.bytes(json));
        }
        return "/admin/item-form?id=" + id + "&part=" + editDesk.getPart() + "&done=saved"
                + (row.isEmpty() ? "" : "#" + Node.idOf(row));
    }

    private static String approved(ItemDraft draft) {
        return draft(draft.id(), draft.state() == DraftState.PUBLISHED ? "published" : "scheduled");
    }

    private static String draft(UUID id, String done) {
        return "/admin/item-draft?id=" + id + "&done=" + done;
    }

    private String item(String done) {
        return "/admin/item?code=" + sent.typed("code") + "&done=" + done;
    }

    private ItemCode code() {
        try {
            return ItemCode.of(sent.typed("code"));
        } catch (IllegalArgumentException notACode) {
            throw Refusal.notFound("这个事项");
        }
    }

    private Optional<LocalDate> day(String name) {
        try {
            return sent.typed(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(sent.typed(name)));
        } catch (DateTimeParseException noDay) {
            throw Refusal.invalid(name, "FORMAT", "请按“年-月-日”填写日期，例如 2026-05-01。");
        }
    }

    private byte[] text() {
        String text = sent.raw("text");
        return (text == null ? "" : text.replace("\r\n", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("package");
        if (part == null || part.getSize() == 0) {
            throw Refusal.invalid("package", "REQUIRED", "请选择事项包（zip 文件）。");
        }
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The page it came from, with the reason at its place. */
    private void again(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws ServletException, IOException {
        String to = "/admin/items";
        try {
            if (!sent.typed("id").isEmpty()) {
                draftDesk.open(sent.typed("id"));
                to = switch (sent.typed("act")) {
                    case "save" -> "/admin/item-edit";
                    case "edit" -> "/admin/item-form";
                    default -> "/admin/item-draft";
                };
            } else if (!sent.typed("code").isEmpty()) {
                itemDesk.open(sent.typed("code"));
                to = "/admin/item";
            }
        } catch (Refusal gone) {
            response.sendError(gone.kind().status(), gone.getMessage());
            return;
        }
        say(request, refusal);
        response.setStatus(refusal.kind().status());
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(to + ".xhtml").forward(request, response);
    }

    private void say(HttpServletRequest request, Refusal refusal) {
        boolean ofPackage = refusal.code().equals("PACKAGE_REFUSED");
        if (ofPackage) {
            request.setAttribute(FOUND, refusal.problems());
        }
        if (ofPackage || refusal.problems().isEmpty()) {
            page.trouble(ofPackage ? "found" : "", refusal.getMessage());
            return;
        }
        for (Problem problem : refusal.problems()) {
            page.trouble(place(problem.path()), problem.message());
        }
    }

    /** Id of the input a problem is about. */
    private String place(String path) {
        String act =
                switch (sent.typed("act")) {
                    case "approve", "return" -> "review";
                    default -> sent.typed("act");
                };
        return switch (path) {
            case "file", "package" -> "package";
            case "effectiveOn", "on" -> act + "-on";
            case "words", "opinion", "reason", "instead" -> act + "-" + path;
            default -> "text";
        };
    }
}
