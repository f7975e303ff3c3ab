package org.yiwang.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.yiwang.web.component.SharedAnswer;

/** 共用答复的标签: what a program has kept and still holds is not made again. */
@Provider
@SharedReply
@ApplicationScoped
public class SharedReplies implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String TAG = "org.yiwang.web.api.tag";

    @Inject
    SharedAnswer shared;

    /** The tag is taken before the reply is made. */
    @Override
    public void filter(ContainerRequestContext request) {
        // What was searched for depends on the index, which follows the catalogue a moment later.
        if (request.getUriInfo().getQueryParameters().getFirst("q") == null) {
            request.setProperty(TAG, shared.tag("api"));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String tag = (String) request.getProperty(TAG);
        if (tag == null || response.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        if (SharedAnswer.kept(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, new EntityTag(tag, true));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, SharedAnswer.CACHE_CONTROL);
        response.getHeaders().putSingle(HttpHeaders.VARY, SharedAnswer.VARY);
    }
}
