package org.yiwang.web.component;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/** 重建页面: a page that answers a whole (not partial) post shows what has become of it, not what was there before. */
public final class FreshView {

    private FreshView() {}

    /**
     * Builds the view anew when it is shown: which parts a page has was settled before the post was worked on, with its
     * new files and refusals. Views are stateless, so nothing is lost with the old one; a partial answer keeps its view.
     */
    public static void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.getPartialViewContext().isAjaxRequest()) {
            return;
        }
        String id = faces.getViewRoot().getViewId();
        UIViewRoot fresh = faces.getApplication().getViewHandler().createView(faces, id);
        faces.setViewRoot(fresh);
    }
}
