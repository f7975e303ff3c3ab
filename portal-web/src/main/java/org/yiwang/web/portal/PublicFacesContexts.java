package org.yiwang.web.portal;

import jakarta.faces.FactoryFinder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.ServletRequest;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.context.PrimeFacesContextFactory;

/**
 * 公众页面的 Faces 上下文: public views do without PrimeFaces. It would move their script, give it a nonce and keep that in
 * a session: a visitor who only reads would get a cookie, and a page could not be cached.
 */
public class PublicFacesContexts extends FacesContextFactory {

    private final FacesContextFactory plain;

    public PublicFacesContexts(FacesContextFactory wrapped) {
        super(wrapped);
        plain = withoutPrimeFaces(wrapped);
    }

    private static FacesContextFactory withoutPrimeFaces(FacesContextFactory outermost) {
        for (FacesContextFactory factory = outermost; factory != null; factory = factory.getWrapped()) {
            if (factory instanceof PrimeFacesContextFactory) {
                return factory.getWrapped();
            }
        }
        throw new IllegalStateException(FactoryFinder.FACES_CONTEXT_FACTORY + " has no PrimeFaces in it");
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        boolean publicView =
                request instanceof ServletRequest servlet && servlet.getAttribute(Portal.FORWARDED) != null;
        if (!publicView) {
            return getWrapped().getFacesContext(context, request, response, lifecycle);
        }
        FacesContext faces = plain.getFacesContext(context, request, response, lifecycle);
        // The policy of public pages is static and comes from the security filter.
        PrimeFacesContext.getCspState(faces).setInitialized(true);
        return faces;
    }
}
