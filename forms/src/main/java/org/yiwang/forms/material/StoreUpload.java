package org.yiwang.forms.material;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/**
 * 存放上传文件: keeps a file in a place ({@code case:<number>}) for a later action. Whether the actor may put anything
 * there is for the caller to have checked.
 */
@ApplicationScoped
public class StoreUpload {

    @Inject
    Materials materials;

    protected StoreUpload() {}

    StoreUpload(Materials materials) {
        this.materials = materials;
    }

    /** Keeps it under the data key of the draft or case, so that it is gone when that key is destroyed. */
    @Transactional
    public StoredUpload store(Actor actor, String scope, long keyId, Upload upload) {
        if (actor.kind() == Actor.Kind.ANONYMOUS) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", "请先登录再上传文件。");
        }
        return stored(materials.add(actor, scope, keyId, "", upload));
    }

    /** A file that lies in the place and has not been handed in for anything yet. */
    @Transactional
    public Optional<StoredUpload> waiting(String scope, UUID id) {
        return materials.waiting(scope, id).map(StoreUpload::stored);
    }

    private static StoredUpload stored(MaterialView kept) {
        return new StoredUpload(kept.id(), kept.name(), kept.size(), kept.contentType(), kept.sha256());
    }

    /** As above, under the key of what lies in the place already; the first file of a place makes one. */
    @Transactional
    public StoredUpload store(Actor actor, String scope, Upload upload) {
        return store(actor, scope, materials.keyOf(scope), upload);
    }
}
