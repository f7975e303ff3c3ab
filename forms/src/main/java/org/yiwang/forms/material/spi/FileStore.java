package org.yiwang.forms.material.spi;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * 文件存储: keeps bytes under their own SHA-256, shared by all nodes. It gets only sealed bytes. Written before the
 * commit; what a rolled-back transaction left behind is swept.
 */
public interface FileStore {

    /** Keeps the bytes and returns their address (SHA-256, 64 lower-case hex digits); twice the same is once. */
    String put(byte[] bytes);

    /**
     * Reads what {@link #put} kept.
     *
     * @throws org.yiwang.forms.platform.Refusal UNAVAILABLE when it cannot be reached
     * @throws IllegalStateException when it is gone or no longer fits its address
     */
    byte[] get(String address);

    /** Removes it; nothing happens if it is not there. */
    void remove(String address);

    /**
     * Removes what was written before {@code before} and nobody needs.
     *
     * @param unknown of a batch of addresses, returns those that no row points to
     * @return how many were removed
     */
    int sweep(Instant before, UnaryOperator<Set<String>> unknown);
}
