package org.yiwang.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
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

    /** The same for work that tells where to go next: sent twice, both go to the same place. */
    public String go(Visit visit, Supplier<String> work) {
        String key = visit.param("_key");
        if (!key.matches("[0-9a-f-]{36}")) {
            throw Refusal.conflict("NO_KEY", "页面不完整，请刷新后再试。");
        }
        return idempotency
                .once(visit.actor().key(), "form:" + key, bytes(visit), () -> new Idempotency.Reply(303, work.get()))
                .body();
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
}
