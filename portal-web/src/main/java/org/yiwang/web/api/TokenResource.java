package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.SignIn;
import org.yiwang.forms.identity.SignOut;
import org.yiwang.forms.identity.SignedIn;
import org.yiwang.web.security.CurrentActor;

/** 令牌: programs sign in for a person and get an opaque token; they confirm who it is, and sign out. */
@Path("/tokens")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    @Inject
    SignIn signIn;

    @Inject
    SignOut signOut;

    @Inject
    ConfirmIdentity confirmIdentity;

    @Inject
    CurrentActor current;

    /** 登录请求. */
    public record Credentials(String account, String password) {

        /** Without the secret: this may end up in a log. */
        @Override
        public String toString() {
            return "credentials";
        }
    }

    /** 核验请求. */
    public record Password(String password) {

        /** Without the secret: this may end up in a log. */
        @Override
        public String toString() {
            return "password";
        }
    }

    @POST
    @OpenToAll
    public TokenReply signIn(Credentials given) {
        new Given()
                .need("account", given.account())
                .need("password", given.password())
                .orRefuse();
        return TokenReply.of(signIn.signIn(given.account(), given.password(), Channel.API));
    }

    /** 退出登录: this token is worth nothing from now on. */
    @DELETE
    @Path("/current")
    public void signOut() {
        signOut.signOut(current.token());
    }

    /**
     * 再次核验身份. A PUT, because a POST would be recorded with its key: a quick hash of the password, and the
     * confirmation itself.
     */
    @PUT
    @Path("/current/confirmation")
    public ConfirmIdentity.Confirmed confirm(Password given) {
        new Given().need("password", given.password()).orRefuse();
        return confirmIdentity.confirm(current.actor(), current.token(), given.password());
    }

    /** 令牌答复. */
    public record TokenReply(String token, Instant expiresAt, ActorReply actor) {

        static TokenReply of(SignedIn signedIn) {
            return new TokenReply(signedIn.token(), signedIn.expiresAt(), ActorReply.of(signedIn.actor()));
        }
    }

    /** 操作人; no internal ids. */
    public record ActorReply(String kind, String name, List<String> roles, List<String> posts, String channel) {

        static ActorReply of(Actor actor) {
            return new ActorReply(
                    actor.kind().name(),
                    actor.name(),
                    actor.roles().stream().map(Enum::name).sorted().toList(),
                    actor.posts().stream().map(Post::toString).sorted().toList(),
                    actor.channel().name());
        }
    }
}
