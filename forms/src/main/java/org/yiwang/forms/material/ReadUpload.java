package org.yiwang.forms.material;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** 读取上传文件: only by its id together with the place it lies in; whether the actor may look there is the caller's. */
@ApplicationScoped
public class ReadUpload {

    @Inject
    Materials materials;

    protected ReadUpload() {}

    ReadUpload(Materials materials) {
        this.materials = materials;
    }

    @Transactional
    public FileContent read(UUID id, String scope) {
        return materials.read(scope, id);
    }

    @Transactional
    public boolean exists(UUID id, String scope) {
        return materials.exists(id, scope);
    }
}
