package org.yiwang.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/** 当前操作人: who asks in this request; filled by {@link ActorFilter} before any page or resource runs. */
@Named("currentActor")
@RequestScoped
public class CurrentActor {

    private Actor actor = Actor.ANONYMOUS;
    private String token;
    private RuntimeException failure;

    /** Who asks; {@link Actor#ANONYMOUS} when nobody has signed in. */
    public Actor actor() {
        return actor;
    }

    /** Who asks, and refuses (401) when nobody has signed in. */
    public Actor signedIn() {
        if (failure != null) {
            throw failure;
        }
        if (!isSignedIn()) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", "请先登录后再操作。");
        }
        return actor;
    }

    public boolean isSignedIn() {
        return actor.kind() != Actor.Kind.ANONYMOUS;
    }

    /** For pages: name of the person signed in, masked for citizens; empty otherwise. */
    public String getName() {
        return actor.name();
    }

    /**
     * The secret that proved it; null when nobody has signed in. For {@link Csrf}, signing out and confirming who it is
     * only; it is never shown.
     */
    public String token() {
        return token;
    }

    void become(Actor actor, String token) {
        this.actor = actor;
        this.token = token;
    }

    /** Could not be found out, such as without a database. */
    void unknownBecauseOf(RuntimeException reason) {
        failure = reason;
    }
}
