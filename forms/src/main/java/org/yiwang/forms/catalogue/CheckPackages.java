package org.yiwang.forms.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Publication;
import org.yiwang.forms.platform.Problem;

/**
 * 检查事项包: looks packages through as publishing them would, the package's own tests included, without database and
 * server: for those who write them.
 */
public final class CheckPackages {

    private CheckPackages() {}

    /**
     * 检查结果.
     *
     * @param name of the package's folder
     * @param problems what would keep it from being published, paths beginning with the file; empty when nothing would
     */
    public record Checked(String name, List<Problem> problems) {}

    /** The packages that this build brings. */
    public static List<Checked> shipped() {
        return PackageSource.shipped().stream().map(CheckPackages::check).toList();
    }

    /**
     * One package, or all those in a folder; bundles, which need the services they are made of, are left out.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be read
     */
    public static List<Checked> in(Path folder) {
        if (Files.exists(folder.resolve("item.json"))) {
            return List.of(check(PackageSource.one(folder.toAbsolutePath().normalize())));
        }
        return PackageSource.in(folder).stream()
                .filter(found -> !found.bundle())
                .map(CheckPackages::check)
                .toList();
    }

    private static Checked check(PackageSource.Found found) {
        try {
            return new Checked(name(found), new ItemLinter().lint(found.read()));
        } catch (DefinitionException wrong) {
            return new Checked(name(found), Publication.problems(wrong));
        }
    }

    private static String name(PackageSource.Found found) {
        return found.origin().replaceFirst("^.*[:/]", "");
    }
}
