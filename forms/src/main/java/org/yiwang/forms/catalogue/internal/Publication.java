package org.yiwang.forms.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemLinter;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.spi.PackagePart;
import org.yiwang.forms.platform.Problem;

/** 待发布: a package read and looked through by everybody who understands a part of it. */
public record Publication(Optional<ServicePackage> servicePackage, String sha256, List<Problem> problems) {

    public static Publication of(PackageSource.Found found, List<PackagePart> parts) {
        ServicePackage servicePackage;
        try {
            servicePackage = found.read();
        } catch (DefinitionException wrong) {
            return unreadable(wrong);
        }
        List<Problem> problems = new ArrayList<>(new ItemLinter().lint(servicePackage));
        parts.forEach(part -> problems.addAll(part.lint(servicePackage)));
        return of(servicePackage, problems);
    }

    /** A bundle, compiled from the services it names as they are published now. */
    public static Publication bundle(
            PackageSource.Found found, Function<ItemCode, Optional<BundleCompiler.Published>> items) {
        try {
            ServicePackage compiled = BundleCompiler.compile(found, items);
            return of(compiled, BundleRules.lint(compiled, code -> items.apply(code)
                    .map(BundleCompiler.Published::item)));
        } catch (DefinitionException wrong) {
            return unreadable(wrong);
        }
    }

    private static Publication of(ServicePackage servicePackage, List<Problem> problems) {
        String sha256 = PackageArchive.sha256(servicePackage.files());
        return new Publication(Optional.of(servicePackage), sha256, List.copyOf(problems));
    }

    /** All that is wrong with files that cannot be read, by file and place. */
    public static List<Problem> problems(DefinitionException wrong) {
        return wrong.all().stream()
                .map(one -> new Problem(one.file() + "#" + one.path(), "DEFINITION", one.reason()))
                .distinct()
                .toList();
    }

    private static Publication unreadable(DefinitionException wrong) {
        return new Publication(Optional.empty(), "", problems(wrong));
    }
}
