package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.yiwang.forms.filling.ReadVault;
import org.yiwang.forms.filling.RemoveFromVault;
import org.yiwang.forms.filling.Vault;
import org.yiwang.web.security.CurrentActor;

/** 我的材料: one's own papers for use again. */
@Path("/vault")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VaultResource {

    @Inject
    CurrentActor current;

    @Inject
    ReadVault readVault;

    @Inject
    RemoveFromVault removeFromVault;

    @GET
    public Vault mine() {
        return readVault.mine(current.actor());
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") UUID id) {
        removeFromVault.remove(current.actor(), id);
        return Response.noContent().build();
    }
}
