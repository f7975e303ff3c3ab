package org.yiwang.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;

/**
 * 调用检查: what every call must bring before its body is looked at: a token, a key for a POST, a body of decent size.
 * Closed unless marked {@link OpenToAll}, so that a new resource cannot be forgotten.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class CallFilter implements ContainerRequestFilter {

    /** A form with all its answers is far below this. */
    static final int MOST_JSON = 1024 * 1024;
    /** One file of 20 MB with what multipart puts around it. */
    static final int MOST_MULTIPART = 21 * 1024 * 1024;

    @Context
    ResourceInfo resource;

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!open()) {
            current.signedIn();
            if (HttpMethod.POST.equals(request.getMethod())) {
                call.needKey(request.getHeaderString(Call.KEY_HEADER));
            }
        }
        limit(request);
    }

    private boolean open() {
        // No method of ours: the container's own answer to OPTIONS.
        return resource.getResourceMethod() == null
                || resource.getResourceMethod().isAnnotationPresent(OpenToAll.class)
                || resource.getResourceClass().isAnnotationPresent(OpenToAll.class);
    }

    private void limit(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        boolean multipart = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        int most = multipart ? MOST_MULTIPART : MOST_JSON;
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        // Read whole: the idempotency record stands for these very bytes, and a lying length must not get past.
        byte[] body = read(request.getEntityStream(), most);
        call.body(multipart ? new byte[0] : body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static byte[] read(InputStream in, int most) throws IOException {
        byte[] body = in.readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        return body;
    }

    private static Refusal tooLarge(int most) {
        return Refusal.of(Refusal.Kind.TOO_LARGE, "TOO_LARGE", "发送的内容超过 " + most / 1024 / 1024 + " MB，请压缩或拆分后重试。");
    }
}
