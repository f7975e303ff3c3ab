package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.web.component.Page;

/** 无障碍声明: what was tested, what is missing, how to tell us. */
@RequestScoped
@At("/accessibility")
public class AccessibilityPage implements PortalPage {

    @Inject
    Page page;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("accessibility.title"));
        return Reply.show("accessibility");
    }
}
