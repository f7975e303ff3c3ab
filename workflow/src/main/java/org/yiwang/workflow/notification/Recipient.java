package org.yiwang.workflow.notification;

import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;

/** 收件人: whose box a notice lies in: a party, an officer or a post. */
public record Recipient(Kind kind, String id) {

    /** 收件人类别. */
    public enum Kind {
        PARTY,
        OFFICER,
        POST
    }

    public static Recipient party(long id) {
        return new Recipient(Kind.PARTY, Long.toString(id));
    }

    public static Recipient officer(long id) {
        return new Recipient(Kind.OFFICER, Long.toString(id));
    }

    public static Recipient post(Post post) {
        return new Recipient(Kind.POST, post.toString());
    }

    /** Reads {@code party:7}, {@code officer:3}, {@code post:hall/window} or just {@code hall/window}. */
    public static Recipient parse(String text) {
        if (text.startsWith("party:")) {
            return party(Long.parseLong(text.substring(6)));
        }
        if (text.startsWith("officer:")) {
            return officer(Long.parseLong(text.substring(8)));
        }
        return post(Post.parse(text.startsWith("post:") ? text.substring(5) : text));
    }

    /** The box of the actor himself; null for those who have none. */
    static Recipient self(Actor actor) {
        return switch (actor.kind()) {
            case CITIZEN -> party(actor.id());
            case OFFICER -> officer(actor.id());
            case KIOSK, PROGRAM, SYSTEM, ANONYMOUS -> null;
        };
    }

    public long number() {
        return Long.parseLong(id);
    }

    public Post post() {
        return Post.parse(id);
    }

    /** As kept in the table. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
