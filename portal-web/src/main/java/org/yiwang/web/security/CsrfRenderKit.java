package org.yiwang.web.security;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import jakarta.faces.render.Renderer;
import jakarta.faces.render.RendererWrapper;
import java.io.IOException;
import java.util.Iterator;
import org.primefaces.context.PrimeFacesContext;

/** 表单防伪字段: writes the hidden field of {@link Csrf} into each Faces form, so that no page can forget it. */
public class CsrfRenderKit extends RenderKitWrapper {

    public CsrfRenderKit(RenderKit wrapped) {
        super(wrapped);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Renderer getRenderer(String family, String rendererType) {
        Renderer renderer = super.getRenderer(family, rendererType);
        return UIForm.COMPONENT_FAMILY.equals(family) && renderer != null ? new FormRenderer(renderer) : renderer;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class FormRenderer extends RendererWrapper {

        FormRenderer(Renderer wrapped) {
            super(wrapped);
        }

        @Override
        public void encodeEnd(FacesContext context, UIComponent form) throws IOException {
            Csrf csrf = CDI.current().select(Csrf.class).get();
            if (!csrf.getToken().isEmpty()) {
                hidden(context, csrf.getName(), csrf.getToken());
            }
            // A button pressed before PrimeFaces is awake sends the form without its script, which would add this.
            hidden(context, "primefaces.nonce", nonce(context));
            super.encodeEnd(context, form);
        }

        private static String nonce(FacesContext context) {
            return PrimeFacesContext.getCspState(context).getNonce();
        }

        private static void hidden(FacesContext context, String name, String value) throws IOException {
            ResponseWriter out = context.getResponseWriter();
            out.startElement("input", null);
            out.writeAttribute("type", "hidden", null);
            out.writeAttribute("name", name, null);
            out.writeAttribute("value", value, null);
            out.endElement("input");
        }
    }

    /** 工厂: named in faces-config.xml. */
    public static class Factory extends RenderKitFactory {

        public Factory(RenderKitFactory wrapped) {
            super(wrapped);
        }

        @Override
        public void addRenderKit(String id, RenderKit kit) {
            getWrapped().addRenderKit(id, kit);
        }

        @Override
        public RenderKit getRenderKit(FacesContext context, String id) {
            RenderKit kit = getWrapped().getRenderKit(context, id);
            return kit == null ? null : new CsrfRenderKit(kit);
        }

        @Override
        public Iterator<String> getRenderKitIds() {
            return getWrapped().getRenderKitIds();
        }
    }
}
