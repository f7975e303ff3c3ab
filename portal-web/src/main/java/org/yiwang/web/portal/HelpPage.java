package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.web.component.Page;

/** 办事帮助: how to go about things here. */
@RequestScoped
@At("/help")
public class HelpPage implements PortalPage {

    @Inject
    Page page;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("help.title"));
        return Reply.show("help");
    }
}
