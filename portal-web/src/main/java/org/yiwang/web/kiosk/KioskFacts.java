package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.KioskTimes;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.web.security.KioskDoor;

/** 终端信息: what every screen of the kiosk says about the machine and the person before it. */
@Named("kiosk")
@RequestScoped
public class KioskFacts {

    @Inject
    KioskDoor door;

    @Inject
    CurrentActor current;

    @Inject
    KioskTimes times;

    public String getDevice() {
        return door.device().map(Actor::name).orElse("");
    }

    /** Masked; empty while no card has been read. */
    public String getPerson() {
        return current.actor().citizen() ? current.actor().name() : "";
    }

    public long getWarnSeconds() {
        return times.warn().toSeconds();
    }

    public long getIdleSeconds() {
        return times.idle().toSeconds();
    }
}
