package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/**
 * 接口说明: the committed description of this API. The server's own {@code /openapi} shows the same file, because nothing
 * is generated from classes ({@code mp.openapi.scan.disable}).
 */
@Path("/openapi.json")
@RequestScoped
@OpenToAll
public class OpenApiResource {

    static final String FILE = "/META-INF/openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public byte[] description() throws IOException {
        try (InputStream file = OpenApiResource.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        }
    }
}
