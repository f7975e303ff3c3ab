package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.forms.identity.Program;
import org.yiwang.forms.identity.ProgramScope;
import org.yiwang.forms.identity.SetUpProgram;
import org.yiwang.web.security.CurrentActor;

/** 程序账号: a security administrator lets programs of other offices in. A PUT, for the password must not be recorded with a key. */
@Path("/programs")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProgramResource {

    @Inject
    SetUpProgram setUp;

    @Inject
    CurrentActor current;

    /** 开通请求. */
    public record ProgramGiven(String name, String organisation, List<String> scopes) {}

    /** 开通答复; the password is shown this once. */
    public record ProgramReply(String login, String password) {

        /** Without the secret: this may end up in a log. */
        @Override
        public String toString() {
            return login;
        }
    }

    @PUT
    @Path("/{login}")
    public ProgramReply put(@PathParam("login") String login, ProgramGiven given) {
        new Given()
                .need("name", given.name())
                .need("organisation", given.organisation())
                .orRefuse();
        Program program = new Program(login, given.name(), given.organisation(), scopes(given.scopes()));
        return new ProgramReply(login, setUp.setUp(current.actor(), program));
    }

    @DELETE
    @Path("/{login}")
    public void end(@PathParam("login") String login) {
        setUp.end(current.actor(), login);
    }

    private static Set<ProgramScope> scopes(List<String> names) {
        Set<ProgramScope> scopes = EnumSet.noneOf(ProgramScope.class);
        for (String name : names == null ? List.<String>of() : names) {
            scopes.add(Stream.of(ProgramScope.values())
                    .filter(scope -> scope.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ApiProblem.invalid("scopes", "UNKNOWN_VALUE", "没有这种授权范围：" + name)));
        }
        return scopes;
    }
}
