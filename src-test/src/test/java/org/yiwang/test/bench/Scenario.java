package org.yiwang.test.bench;

/** One thing that is measured; prints its own lines. */
interface Scenario {

    String name();

    /** @param size how much of it: the number behind {@code --size}, 1 being the usual */
    void run(Ground ground, int size);
}
