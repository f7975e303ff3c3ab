package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.web.component.Page;

/** 个人信息保护: what we keep, why, for how long. */
@RequestScoped
@At("/privacy")
public class PrivacyPage implements PortalPage {

    @Inject
    Page page;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("privacy.title"));
        return Reply.show("privacy");
    }
}
