package org.yiwang.forms.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Publication;
import org.yiwang.forms.catalogue.internal.VersionShelf;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.StartStep;

/**
 * 发布事项包: at every start, the packages this build brings and those in the folder {@code yiwang.packages} become
 * versions if their bytes were never published before. A wrong package that the build brings stops the start; a wrong one
 * in the folder is left out with its reason in the log, and the version published before stays in use. While the platform
 * runs, {@link PublishPackage} does the same for one package.
 */
@ApplicationScoped
public class PublishPackages implements StartStep {

    private static final Logger LOG = Logger.getLogger(PublishPackages.class.getName());

    @Inject
    VersionShelf shelf;

    @Inject
    @ConfigProperty(name = "yiwang.packages")
    Optional<String> folder;

    /**
     * 发布结果.
     *
     * @param published items with a new version, such as {@code elder-allowance 3}
     * @param unchanged items whose bytes were known
     * @param refused what was wrong with packages that were left out; paths begin with where the package was found
     */
    public record Report(List<String> published, List<String> unchanged, List<Problem> refused) {}

    @Override
    public int order() {
        return CATALOGUE;
    }

    @Override
    public String name() {
        return "service packages";
    }

    @Override
    @Transactional
    public void run() {
        publishAll();
    }

    @Transactional
    public Report publishAll() {
        shelf.lock();
        Report report = new Report(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        PackageSource.shipped().forEach(found -> publishOrStop(found, report));
        List<PackageSource.Found> added =
                folder.map(path -> PackageSource.in(Path.of(path))).orElse(List.of());
        added.stream().filter(found -> !found.bundle()).forEach(found -> publishOrLeaveOut(found, report));
        // After their services: a bundle is made of what is in use now.
        PackageSource.bundles().forEach(found -> publishOrStop(found, report));
        added.stream().filter(PackageSource.Found::bundle).forEach(found -> publishOrLeaveOut(found, report));
        if (!report.published().isEmpty()) {
            shelf.raiseRevision();
        }
        LOG.log(Level.INFO, "Service packages: new versions {0}, unchanged {1}", new Object[] {
            report.published(), report.unchanged()
        });
        return report;
    }

    private void publishOrStop(PackageSource.Found found, Report report) {
        Publication publication = shelf.look(found);
        if (!publication.problems().isEmpty()) {
            throw new IllegalStateException("service package " + found.origin() + " is wrong: "
                    + publication.problems().stream()
                            .map(problem -> problem.path() + " " + problem.message())
                            .collect(java.util.stream.Collectors.joining("; ")));
        }
        publish(publication, report);
    }

    private void publishOrLeaveOut(PackageSource.Found found, Report report) {
        Publication publication = shelf.look(found);
        if (publication.problems().isEmpty()) {
            publish(publication, report);
            return;
        }
        for (Problem problem : publication.problems()) {
            report.refused().add(new Problem(found.origin() + "/" + problem.path(), problem.code(), problem.message()));
            LOG.log(Level.SEVERE, "Service package {0} left out: {1}", new Object[] {
                found.origin(), problem.path() + " " + problem.message()
            });
        }
    }

    private void publish(Publication publication, Report report) {
        VersionShelf.Put put = shelf.put(publication, Actor.SYSTEM.key());
        if (put.added()) {
            report.published().add(put.code() + " " + put.number());
        } else {
            report.unchanged().add(put.code().value());
        }
    }
}
