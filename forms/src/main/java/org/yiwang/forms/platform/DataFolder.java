package org.yiwang.forms.platform;

import java.nio.file.Path;

/** 数据目录: the folder for local files of this installation ({@code yiwang.data}); shared by all nodes. */
public interface DataFolder {
    Path resolve(String relative);
}
