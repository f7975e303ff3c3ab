package org.yiwang.forms.material.spi;

import java.util.Set;

/** 文件使用方: a component whose rows point to files in the store; what one of them knows is never swept. */
public interface FileOwner {

    /** Of these addresses, those its rows point to. */
    Set<String> known(Set<String> addresses);
}
