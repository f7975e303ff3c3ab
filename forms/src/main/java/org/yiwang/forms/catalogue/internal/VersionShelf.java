package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.spi.PackagePart;

/** 版本架: takes packages that are in order and makes versions of them, one publisher at a time. */
@ApplicationScoped
public class VersionShelf {

    private static final Logger LOG = Logger.getLogger(VersionShelf.class.getName());

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
        return found.bundle() ? Publication.bundle(found, store::published) : Publication.of(found, parts());
    }

    /** @param by who publishes it: an actor's key */
    public Put put(Publication publication, String by) {
        ServicePackage servicePackage = publication.servicePackage().orElseThrow();
        Optional<Integer> known = store.known(servicePackage.code(), publication.sha256());
        if (known.isPresent()) {
            return new Put(servicePackage.code(), known.get(), false);
        }
        Optional<String> process = Optional.empty();
        // A bundle has no process and no letters of its own; its services have.
        for (PackagePart part : servicePackage.item().bundle().isPresent() ? List.<PackagePart>of() : parts()) {
            Optional<String> id = part.publish(servicePackage);
            process = id.isPresent() ? id : process;
        }
        int number = store.add(servicePackage, publication.sha256(), process, by, clock.instant());
        return new Put(servicePackage.code(), number, true);
    }

    /**
     * 套餐跟随: bundles that an item is part of are compiled anew after it has a new version. One that no longer fits
     * together stays as it was, with the versions it was made of, and the log says why.
     */
    public void follow(ItemCode changed, String by) {
        for (ItemVersion bundle : store.current()) {
            if (bundle.bundle().isPresent()
                    && bundle.bundle().get().member(changed).isPresent()) {
                PackageSource.Found found = new PackageSource.Found(
                        "published:" + bundle.code(), store.files(bundle.id()), new TreeMap<>());
                Publication publication = look(found);
                if (publication.problems().isEmpty()) {
                    put(publication, by);
                } else {
                    LOG.log(Level.WARNING, "Bundle {0} stays as it was: {1}", new Object[] {
                        bundle.code(), publication.problems()
                    });
                }
            }
        }
    }

    /** Tells every node that there is something new. */
    public void raiseRevision() {
        store.raiseRevision();
    }

    private List<PackagePart> parts() {
        return parts.stream().toList();
    }
}
