package org.yiwang.forms.platform.internal;

import java.nio.file.Path;
import org.yiwang.forms.platform.DataFolder;

/** 本地数据目录: a folder of the file system; a path may not climb out of it. */
class LocalDataFolder implements DataFolder {

    private final Path root;

    LocalDataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Path resolve(String relative) {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("path leaves the data folder: " + relative);
        }
        return path;
    }
}
