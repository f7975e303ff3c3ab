package org.yiwang.forms.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.internal.PackageSource;

/**
 * 事项包: all files of one service, shared parts it refers to included, and what they say.
 *
 * @param origin where it was found, for messages
 * @param files bytes by path: {@code item.json}, {@code form.json}, {@code process.bpmn20.xml}, {@code documents/…},
 *     {@code templates/…}, {@code tests/…}; a shared process stands under {@code process.bpmn20.xml} too
 * @param item what item.json and form.json say; id and number are 0
 */
public record ServicePackage(ItemCode code, String origin, SortedMap<String, byte[]> files, ItemVersion item) {

    /** Path of the process model in {@link #files}. */
    public static final String PROCESS = "process.bpmn20.xml";

    public ServicePackage {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The packages this build brings, read; one that cannot be read is said with its file and place. */
    public static List<ServicePackage> shipped() {
        return PackageSource.shipped().stream().map(PackageSource.Found::read).toList();
    }

    /** The process model; empty for an item without one. */
    public Optional<byte[]> process() {
        return file(PROCESS);
    }

    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
