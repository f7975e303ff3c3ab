package org.yiwang.forms.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.internal.CatalogueStore;

/** 查看样张: the sample of a material, as the item's package brings it; public like the guide it stands in. */
@ApplicationScoped
public class ReadSample {

    /** Nothing else may be a sample: a page of ours must not be made of a package's file. */
    private static final Map<String, String> TYPES =
            Map.of("pdf", "application/pdf", "png", "image/png", "jpg", "image/jpeg");

    @Inject
    CatalogueStore store;

    /** 样张. */
    public record Sample(String name, String type, byte[] bytes) {}

    /** Empty if the material has none. */
    @Transactional
    public Optional<Sample> of(ItemVersion item, String material) {
        return item.material(material).flatMap(need -> need.sample().flatMap(path -> file(item, need, path, "样张")));
    }

    /** 空白表: to be filled in and handed in; empty if the material has none. */
    @Transactional
    public Optional<Sample> blank(ItemVersion item, String material) {
        return item.material(material).flatMap(need -> need.blank().flatMap(path -> file(item, need, path, "空白表")));
    }

    private Optional<Sample> file(ItemVersion item, MaterialRequirement need, String path, String what) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        String type = TYPES.get(ending);
        if (type == null) {
            return Optional.empty();
        }
        String name = need.name().zh() + "（" + what + "）." + ending;
        return store.file(item.id(), path).map(bytes -> new Sample(name, type, bytes));
    }
}
