package org.yiwang.forms.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.PackageZip;

/** 事项包文件: the files of a package by path, from a folder or a zip; the shared parts it refers to are among them. */
public final class PackageFiles {

    private PackageFiles() {}

    /**
     * @param folderOrZip a package's folder, or a zip of it
     * @throws UncheckedIOException when it cannot be read
     * @throws org.yiwang.forms.catalogue.form.DefinitionException with file and place when it is not a package
     * @throws org.yiwang.forms.platform.Refusal when the zip is none of ours
     */
    public static SortedMap<String, byte[]> at(Path folderOrZip) {
        try {
            return Files.isDirectory(folderOrZip)
                    ? PackageSource.one(folderOrZip.toAbsolutePath().normalize())
                            .read()
                            .files()
                    : zip(Files.readAllBytes(folderOrZip));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folderOrZip, unreadable);
        }
    }

    /** Those in a zip, as somebody sends it. */
    public static SortedMap<String, byte[]> zip(byte[] zip) {
        return PackageSource.of(PackageZip.read(zip)).read().files();
    }
}
