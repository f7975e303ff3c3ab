package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.filling.ReadVault;
import org.yiwang.forms.material.FileContent;
import org.yiwang.web.component.Uuids;

/** 我的材料中的一份: for its owner only. */
@RequestScoped
@At("/my/materials/{file}")
public class VaultFile implements OwnPage {

    @Inject
    ReadVault readVault;

    @Override
    public Reply get(Visit visit) {
        FileContent content = readVault.open(visit.actor(), Uuids.parse(visit.variable("file"), "这份材料"));
        return new Reply.File(content.name(), content.type(), content.bytes(), false);
    }
}
