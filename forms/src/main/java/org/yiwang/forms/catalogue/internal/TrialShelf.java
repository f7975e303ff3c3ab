package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.spi.PackagePart;
import org.yiwang.forms.platform.Simulation;

/** 试用架: makes a version of a package within a simulation, without the publisher's lock and without making it current. */
@ApplicationScoped
public class TrialShelf {

    @Inject
    CatalogueStore store;

    @Inject
    @Any
    Instance<PackagePart> parts;

    @Inject
    Clock clock;

    /** The package as everybody who understands a part of it sees it. */
    public Publication look(PackageSource.Found found) {
        if (found.bundle()) {
            // Made of the services as they are published.
            return Publication.bundle(found, store::published);
        }
        return Publication.of(found, parts.stream().toList());
    }

    /** The version with the very same files if there is one, else a new one that nobody else sees. */
    public ItemVersion put(Publication publication) {
        ServicePackage servicePackage = publication.servicePackage().orElseThrow();
        return store.known(servicePackage.code(), publication.sha256())
                .flatMap(number -> store.versionOf(servicePackage.code(), number))
                .orElseGet(() -> add(servicePackage, publication.sha256()));
    }

    private ItemVersion add(ServicePackage servicePackage, String sha256) {
        Optional<String> process = Optional.empty();
        // A bundle has no process and no letters of its own; its services have.
        boolean bundle = servicePackage.item().bundle().isPresent();
        for (PackagePart part : bundle ? List.<PackagePart>of() : parts) {
            Optional<String> id = part.publish(servicePackage);
            process = id.isPresent() ? id : process;
        }
        long id = Simulation.current().orElseThrow().nextId();
        store.addTrial(id, servicePackage, sha256, process, clock.instant());
        return store.version(id).orElseThrow();
    }
}
