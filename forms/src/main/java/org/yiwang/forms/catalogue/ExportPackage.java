package org.yiwang.forms.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.yiwang.forms.catalogue.internal.CatalogueStore;
import org.yiwang.forms.catalogue.internal.PackageZip;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;

/** 导出事项包: a published version as the zip it can be published from again, file by file as it was. */
@ApplicationScoped
public class ExportPackage {

    @Inject
    CatalogueStore store;

    /**
     * 已导出.
     *
     * @param zip the same bytes for the same version
     */
    public record Exported(ItemCode code, int number, byte[] zip) {}

    /**
     * @param number of the version; 0 for the one in use
     * @throws Refusal FORBIDDEN for all but administrators; NOT_FOUND
     */
    @Transactional
    public Exported export(Actor actor, ItemCode code, int number) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以导出事项包。");
        }
        Optional<ItemVersion> current = store.published(code).map(published -> published.item());
        ItemVersion version = current.flatMap(
                        used -> number == 0 || number == used.number() ? current : store.versionOf(code, number))
                .orElseThrow(() -> Refusal.notFound("该事项的这个版本"));
        return new Exported(code, version.number(), PackageZip.write(store.files(version.id())));
    }
}
