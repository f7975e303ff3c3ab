package org.yiwang.forms.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.catalogue.internal.CatalogueStore;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Publication;
import org.yiwang.forms.catalogue.spi.PackagePart;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.StartStep;

/**
 * 发布事项包: at every start, the packages this build brings and those in the folder {@code yiwang.packages} become
 * versions if their bytes were never published before. A wrong package that the build brings stops the start; a wrong one
 * in the folder is left out with its reason in the log, and the version published before stays in use.
 */
@ApplicationScoped
public class PublishPackages implements StartStep {

    private static final Logger LOG = Logger.getLogger(PublishPackages.class.getName());

    @Inject
    CatalogueStore store;

    @Inject
    @Any
    Instance<PackagePart> parts;

    @Inject
    Clock clock;

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
        store.lock();
        Report report = new Report(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<PackagePart> all = parts.stream().toList();
        for (PackageSource.Found found : PackageSource.shipped()) {
            Publication publication = Publication.of(found, all);
            if (!publication.problems().isEmpty()) {
                throw new IllegalStateException("service package " + found.origin() + " is wrong: "
                        + publication.problems().stream()
                                .map(problem -> problem.path() + " " + problem.message())
                                .collect(java.util.stream.Collectors.joining("; ")));
            }
            publish(publication, all, report);
        }
        for (PackageSource.Found found :
                folder.map(path -> PackageSource.in(Path.of(path))).orElse(List.of())) {
            publishOrLeaveOut(found, all, report);
        }
        if (!report.published().isEmpty()) {
            store.raiseRevision();
        }
        LOG.log(Level.INFO, "Service packages: new versions {0}, unchanged {1}", new Object[] {
            report.published(), report.unchanged()
        });
        return report;
    }

    private void publishOrLeaveOut(PackageSource.Found found, List<PackagePart> all, Report report) {
        Publication publication = Publication.of(found, all);
        if (publication.problems().isEmpty()) {
            publish(publication, all, report);
            return;
        }
        for (Problem problem : publication.problems()) {
            report.refused().add(new Problem(found.origin() + "/" + problem.path(), problem.code(), problem.message()));
            LOG.log(Level.SEVERE, "Service package {0} left out: {1}", new Object[] {
                found.origin(), problem.path() + " " + problem.message()
            });
        }
    }

    private void publish(Publication publication, List<PackagePart> all, Report report) {
        ServicePackage servicePackage = publication.servicePackage().orElseThrow();
        if (store.known(servicePackage.code(), publication.sha256())) {
            report.unchanged().add(servicePackage.code().value());
            return;
        }
        Optional<String> kept = Optional.empty();
        for (PackagePart part : all) {
            Optional<String> id = part.publish(servicePackage);
            kept = id.isPresent() ? id : kept;
        }
        Instant now = clock.instant();
        int number = store.add(servicePackage, publication.sha256(), kept, now);
        report.published().add(servicePackage.code() + " " + number);
    }
}
