package org.yiwang.forms.catalogue.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.internal.BundleCompiler;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Snapshot;
import org.yiwang.forms.catalogue.internal.search.CatalogueIndex;
import org.yiwang.forms.catalogue.internal.search.ShippedWords;

/** The packages and bundles of this build, as they are searched. */
final class Shipped {

    static final Snapshot SNAPSHOT = new Snapshot(1, items());
    static final Set<String> CODES =
            SNAPSHOT.current().map(item -> item.code().value()).collect(Collectors.toSet());
    static final CatalogueIndex INDEX = new CatalogueIndex(1, SNAPSHOT.current().toList(), ShippedWords.all());

    private Shipped() {}

    private static List<ItemVersion> items() {
        Map<ItemCode, BundleCompiler.Published> services = ServicePackage.shipped().stream()
                .collect(Collectors.toMap(ServicePackage::code, BundleCompiler.Published::of));
        Stream<ItemVersion> bundles = PackageSource.bundles().stream()
                .map(found -> BundleCompiler.compile(found, code -> Optional.ofNullable(services.get(code)))
                        .item());
        return Stream.concat(services.values().stream().map(BundleCompiler.Published::item), bundles)
                .toList();
    }

    static List<String> find(String words) {
        return INDEX.find(SearchQuery.of(words)).hits().stream()
                .map(hit -> hit.item().code().value())
                .toList();
    }
}
