package org.yiwang.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.yiwang.forms.platform.Profile;

/** 平台信息: facts about this installation that pages show. */
@Named("portalFacts")
@RequestScoped
public class PortalFacts {

    @Inject
    Profile profile;

    private final String newKey = UUID.randomUUID().toString();

    /** Demo accounts, stand-ins and the movable clock exist here. */
    public boolean isDemo() {
        return !profile.production();
    }

    /** A key for a form that is shown now: sent twice, it is done once. */
    public String getNewKey() {
        return newKey;
    }
}
