package org.yiwang.forms.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            Problem problem = new Problem(wrong.file() + "#" + wrong.path(), "DEFINITION", wrong.reason());
            return new Publication(Optional.empty(), "", List.of(problem));
        }
        List<Problem> problems = new ArrayList<>(new ItemLinter().lint(servicePackage));
        parts.forEach(part -> problems.addAll(part.lint(servicePackage)));
        String sha256 = PackageArchive.sha256(servicePackage.files());
        return new Publication(Optional.of(servicePackage), sha256, List.copyOf(problems));
    }
}
