package org.yiwang.workflow.casefile;

import java.time.Instant;
import java.util.List;

/** 其他事件链: the records of errands, which the digest of the day covers beside the cases'. */
public interface OtherChains {

    /** Heads of the chains with events since then, unless they stand in a digest as they are. */
    List<EventDigest.Head> changedHeads(Instant from);

    /** Notes that the digest of this number covers them. */
    void add(long digest, List<EventDigest.Head> heads);
}
