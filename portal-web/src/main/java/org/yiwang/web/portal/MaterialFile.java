package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.material.FileContent;
import org.yiwang.web.component.Uuids;

/** 材料文件: a file of a draft, for whoever may see the draft. Pictures are shown, everything else is downloaded. */
@RequestScoped
@At("/apply/{draft}/files/{file}")
public class MaterialFile implements PortalPage {

    @Inject
    ReadDraft readDraft;

    @Override
    public String section() {
        return "";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        UUID draft = Uuids.parse(visit.variable("draft"), "这份草稿");
        UUID file = Uuids.parse(visit.variable("file"), "这份材料");
        FileContent content = readDraft.file(visit.actor(), draft, file);
        return new Reply.File(content.name(), content.type(), content.bytes(), false);
    }
}
