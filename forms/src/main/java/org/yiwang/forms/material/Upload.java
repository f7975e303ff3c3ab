package org.yiwang.forms.material;

import java.io.InputStream;

/**
 * 上传: a file somebody sends, not yet looked at.
 *
 * @param fileName as the sender calls it; cleaned before it is kept
 * @param content read once, never further than the limit
 * @param sizeLimit in bytes; the platform's own limit applies besides
 */
public record Upload(String fileName, InputStream content, long sizeLimit) {

    /** 20 MB: what one file may have. */
    public static final long MAX_BYTES = 20L * 1024 * 1024;

    public Upload {
        sizeLimit = sizeLimit <= 0 ? MAX_BYTES : Math.min(sizeLimit, MAX_BYTES);
    }

    public Upload(String fileName, InputStream content) {
        this(fileName, content, MAX_BYTES);
    }
}
