package org.yiwang.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.web.component.Sent;

/** 文件编辑页: one file of a draft as text, for what the editors do not cover. */
@Named("fileDesk")
@RequestScoped
public class FileDesk {

    @Inject
    DraftDesk draft;

    @Inject
    Sent sent;

    public String getFile() {
        return sent.typed("file");
    }

    /** What was typed when it was refused, else what is kept. */
    public String getText() {
        String typed = sent.raw("text");
        if (typed != null) {
            return typed;
        }
        byte[] bytes = draft.files().get(getFile());
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean isThere() {
        return draft.files().containsKey(getFile());
    }

    public boolean isReadable() {
        return draft.text(getFile());
    }

    /** What is wrong with this file as it is kept. */
    public List<DraftDesk.Line> getProblems() {
        return draft.getProblems().stream()
                .filter(line -> line.place().startsWith(getFile() + "#"))
                .toList();
    }
}
