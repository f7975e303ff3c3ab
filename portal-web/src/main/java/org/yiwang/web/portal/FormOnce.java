package org.yiwang.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Idempotency;
import org.yiwang.forms.platform.Refusal;

/** 表单幂等: a form carries a hidden key, so that pressing twice, or a browser sending again, does the thing once. */
@ApplicationScoped
public class FormOnce {

    @Inject
    Idempotency idempotency;

    /** Does the work unless this form was sent before; a form without a key is refused. */
    public void run(Visit visit, Runnable work) {
        go(visit, () -> {
            work.run();
            return "";
        });
    }

    /** The same for one part of what a form does, which has its own name: the others are done by themselves. */
    public void run(Visit visit, String part, Runnable work) {
        once(visit, "form:" + key(visit) + ":" + part, bytes(visit), () -> {
            work.run();
            return "";
        });
    }

    /** The same for work that tells where to go next: sent twice, both go to the same place. */
    public String go(Visit visit, Supplier<String> work) {
        return once(visit, "form:" + key(visit), bytes(visit), work);
    }

    /**
     * The same for one file of a form, which may bring several: a file that came with this form before is not kept again,
     * whatever else is sent with it now.
     *
     * @param keep stores it and names it
     */
    public UUID file(Visit visit, Part part, Function<Upload, UUID> keep) {
        return file(visit, part, "", keep);
    }

    /** The same for a file that is kept in several places: once in each. */
    public UUID file(Visit visit, Part part, String place, Function<Upload, UUID> keep) {
        String digest = digest(part, place);
        String kept = once(
                visit,
                "form:" + key(visit) + ":" + digest.substring(0, 32),
                digest.getBytes(StandardCharsets.US_ASCII),
                () -> store(part, keep).toString());
        return UUID.fromString(kept);
    }

    private static UUID store(Part part, Function<Upload, UUID> keep) {
        try (InputStream content = part.getInputStream()) {
            return keep.apply(new Upload(part.getSubmittedFileName(), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String once(Visit visit, String key, byte[] request, Supplier<String> work) {
        try {
            return idempotency
                    .once(visit.actor().key(), key, request, () -> new Idempotency.Reply(303, work.get()))
                    .body();
        } catch (Refusal refusal) {
            if (refusal.code().equals("IDEMPOTENCY_KEY_REUSED")) {
                throw Refusal.conflict("FORM_USED", "这个页面的内容已经提交过，请重新打开页面后再办理。");
            }
            throw refusal;
        }
    }

    private static String key(Visit visit) {
        String key = visit.param("_key");
        if (!key.matches("[0-9a-f-]{36}")) {
            throw Refusal.conflict("NO_KEY", "页面不完整，请刷新后再试。");
        }
        return key;
    }

    /** What was asked, in one order; the token against other sites is not part of it. */
    private static byte[] bytes(Visit visit) {
        StringBuilder text = new StringBuilder(visit.request().getRequestURI());
        for (Map.Entry<String, String[]> input : new TreeMap<>(visit.allParams()).entrySet()) {
            if (!input.getKey().startsWith("yw-")) {
                text.append('\n').append(input.getKey()).append('=').append(String.join("\u0000", input.getValue()));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of the input and of the content: the same file may be handed in for two things. */
    private static String digest(Part part, String place) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((part.getName() + place + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(part.getInputStream(), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
