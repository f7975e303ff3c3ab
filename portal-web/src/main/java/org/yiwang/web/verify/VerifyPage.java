package org.yiwang.web.verify;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.yiwang.forms.document.Verification;
import org.yiwang.forms.document.Verification.Result;
import org.yiwang.forms.document.VerifyDocument;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.PortalPage;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;

/** 文书验真: by the code on the document (also by QR code, which leads here) or by the file itself. */
@Named("verifyPage")
@RequestScoped
@At({"/verify", "/verify/{code}"})
public class VerifyPage implements PortalPage {

    private static final int MAX_BYTES = 20 * 1024 * 1024;

    @Inject
    VerifyDocument verify;

    @Inject
    Page page;

    private String code = "";
    private Verification found;
    private boolean byFile;

    @Override
    public String section() {
        return "verify";
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("verify.title"));
        if (visit.variable("code") == null && visit.has("code")) {
            return openByCode(visit);
        }
        code = visit.variable("code") == null ? "" : visit.variable("code");
        return code.isEmpty() ? Reply.show("verify") : look();
    }

    /** The result of a code has an address of its own, so that it can be kept and sent on. */
    private Reply openByCode(Visit visit) {
        code = visit.param("code");
        if (clean(code).isEmpty()) {
            page.trouble("code", page.t("verify.code.missing"));
            return Reply.again("verify");
        }
        return visit.go("/verify/" + clean(code));
    }

    private static String clean(String typed) {
        return typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
    }

    private Reply look() {
        Optional<Verification> verification = verify.byCode(code);
        if (verification.isEmpty()) {
            page.trouble("code", page.t("verify.code.unknown"));
            return new Reply.Show("verify", 404);
        }
        return found(verification.get());
    }

    /** Nothing changes by it, so nobody has to be signed in. */
    @Override
    public Reply post(Visit visit) {
        byFile = true;
        page.setTitle(page.t("verify.title"));
        Optional<Part> file = visit.file("file");
        if (file.isEmpty()) {
            page.trouble("file", page.t("verify.file.missing"));
            return Reply.again("verify");
        }
        try (InputStream in = file.get().getInputStream()) {
            return found(verify.byFile(in.readNBytes(MAX_BYTES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refusal) {
            page.trouble("file", refusal);
            return Reply.again("verify");
        }
    }

    private Reply found(Verification verification) {
        found = verification;
        page.setTitle(page.t("verify.result." + found.result()));
        return Reply.show("verify");
    }

    public String getCode() {
        return code;
    }

    public Verification getFound() {
        return found;
    }

    public boolean isByFile() {
        return byFile;
    }

    /** Which of the four looks the result has: ok, warn or bad. */
    public String getTone() {
        if (found.result() == Result.VALID) {
            return "ok";
        }
        return found.result() == Result.TAMPERED || found.result() == Result.UNKNOWN_SIGNER ? "bad" : "warn";
    }

    public String getIcon() {
        return switch (getTone()) {
            case "ok" -> "check";
            case "bad" -> "cross";
            default -> "warn";
        };
    }

    public String getSignedAt() {
        return found.signedAt().map(at -> Dates.moment(at, page.mode())).orElse("");
    }

    public String getDate() {
        return found.document()
                .map(facts -> Dates.day(facts.date(), page.mode()))
                .orElse("");
    }
}
