package org.yiwang.forms.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 事项状态: whether an item takes applications. Cases that run go on whatever it says.
 *
 * @param version rises with every change; 0 while nothing was ever changed
 * @param since when it came to stand so; empty while nothing was ever changed
 * @param reason why it takes none, in words for applicants; empty while it does
 * @param instead where to go instead; empty while it takes applications
 * @param retirement 计划取消: when it will be retired, proposed or confirmed
 */
public record ItemStanding(
        State state,
        long version,
        Optional<Instant> since,
        String reason,
        String instead,
        Optional<Retirement> retirement) {

    /** 在用、暂停、取消. */
    public enum State {
        IN_USE("在用"),
        SUSPENDED("暂停"),
        RETIRED("取消");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For officers. */
        public String words() {
            return words;
        }
    }

    /**
     * 计划取消.
     *
     * @param by key of the actor who proposed it
     */
    public record Retirement(LocalDate on, String reason, String instead, String by, boolean confirmed) {}

    public static final ItemStanding IN_USE =
            new ItemStanding(State.IN_USE, 0, Optional.empty(), "", "", Optional.empty());

    /** Does it take new drafts and submissions? */
    public boolean open() {
        return state == State.IN_USE;
    }

    public boolean suspended() {
        return state == State.SUSPENDED;
    }

    public boolean retired() {
        return state == State.RETIRED;
    }
}
