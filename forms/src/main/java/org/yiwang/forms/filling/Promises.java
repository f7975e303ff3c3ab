package org.yiwang.forms.filling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 书面承诺: what the applicant promised in place of handing it in: to supply it later (容缺受理), or that it is true (告知承诺).
 *
 * @param later 容缺材料, each with its own last day
 * @param commitment 告知承诺 chosen
 * @param signature the name he signed with; empty where nothing is promised
 * @param signedAt when, by platform time; null where nothing is promised
 */
public record Promises(List<Later> later, boolean commitment, String signature, Instant signedAt) {

    public static final Promises NONE = new Promises(List.of(), false, "", null);

    public Promises {
        later = later == null ? List.of() : List.copyOf(later);
        signature = signature == null ? "" : signature.strip();
    }

    /**
     * 容缺材料.
     *
     * @param material key of the requirement
     * @param days within how many of the units of the item's limit DEFERRED
     * @param reason why it is missing
     */
    public record Later(String material, int days, String reason) {

        public Later {
            reason = reason == null ? "" : reason.strip();
        }

        /** Without the reason: this may end up in a log. */
        @Override
        public String toString() {
            return material + " within " + days;
        }
    }

    @JsonIgnore
    public boolean none() {
        return later.isEmpty() && !commitment;
    }

    public Optional<Later> of(String material) {
        return later.stream().filter(one -> one.material().equals(material)).findFirst();
    }

    /** Without words of people: this may end up in a log. */
    @Override
    public String toString() {
        return "promises " + later.size() + (commitment ? " and a commitment" : "");
    }
}
