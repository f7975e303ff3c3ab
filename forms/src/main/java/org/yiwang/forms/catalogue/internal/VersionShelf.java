package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.spi.PackagePart;

/** 版本架: takes packages that are in order and makes versions of them, one publisher at a time. */
@ApplicationScoped
public class VersionShelf {

    @Inject
    CatalogueStore store;

    @Inject
    @Any
    Instance<PackagePart> parts;

    @Inject
    Clock clock;

    /**
     * 上架结果.
     *
     * @param number of the version with these bytes
     * @param added false if they were published before, be it as an older version
     */
    public record Put(ItemCode code, int number, boolean added) {}

    /** Nobody else publishes until this transaction ends. */
    public void lock() {
        store.lock();
    }

    /** The package as everybody who understands a part of it sees it. */
    public Publication look(PackageSource.Found found) {
        return Publication.of(found, parts());
    }

    /** @param by who publishes it: an actor's key */
    public Put put(Publication publication, String by) {
        ServicePackage servicePackage = publication.servicePackage().orElseThrow();
        Optional<Integer> known = store.known(servicePackage.code(), publication.sha256());
        if (known.isPresent()) {
            return new Put(servicePackage.code(), known.get(), false);
        }
        Optional<String> process = Optional.empty();
        for (PackagePart part : parts()) {
            Optional<String> id = part.publish(servicePackage);
            process = id.isPresent() ? id : process;
        }
        int number = store.add(servicePackage, publication.sha256(), process, by, clock.instant());
        return new Put(servicePackage.code(), number, true);
    }

    /** Tells every node that there is something new. */
    public void raiseRevision() {
        store.raiseRevision();
    }

    private List<PackagePart> parts() {
        return parts.stream().toList();
    }
}
