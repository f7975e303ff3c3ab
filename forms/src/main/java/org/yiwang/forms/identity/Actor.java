package org.yiwang.forms.identity;

import java.util.List;
import java.util.Set;

/**
 * 操作人: who pressed the button. Made from the credential by the channel; every use case takes one and checks it.
 *
 * @param kind what he is
 * @param id of the party (CITIZEN), the officer (OFFICER), of the account (KIOSK, PROGRAM); 0 for SYSTEM and ANONYMOUS
 * @param name as shown to officers; masked for parties
 * @param roles what he may do in principle
 * @param posts the posts he holds now, deputyships included
 * @param channel where he comes from
 */
public record Actor(Kind kind, long id, String name, Set<Role> roles, List<Post> posts, Channel channel) {

    /** 操作人类别. */
    public enum Kind {
        CITIZEN,
        OFFICER,
        KIOSK,
        PROGRAM,
        SYSTEM,
        ANONYMOUS
    }

    /** The platform itself: deadlines, outbox, rules that two persons published. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, 0, "系统", Set.of(), List.of(), Channel.SYSTEM);

    /** Somebody who has not signed in. */
    public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, 0, "", Set.of(), List.of(), Channel.WEB);

    public Actor {
        roles = Set.copyOf(roles);
        posts = List.copyOf(posts);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }

    public boolean citizen() {
        return kind == Kind.CITIZEN;
    }

    public boolean officer() {
        return kind == Kind.OFFICER;
    }

    /** Stable key for logs, events and idempotency: {@code citizen:7}. */
    public String key() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
