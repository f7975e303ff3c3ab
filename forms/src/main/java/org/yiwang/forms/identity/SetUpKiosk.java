package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.internal.Account;
import org.yiwang.forms.identity.internal.Accounts;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.OpenSitting;
import org.yiwang.forms.platform.Refusal;

/**
 * 启用自助终端: done once at the machine by an administrator, or with the device's own account. The machine keeps the token
 * for a year; the password is not needed there again. A device is one machine: setting it up elsewhere ends the first.
 */
@ApplicationScoped
public class SetUpKiosk {

    @Inject
    Accounts accounts;

    @Inject
    ActorSource actors;

    @Inject
    OpenSitting sittings;

    protected SetUpKiosk() {}

    SetUpKiosk(Accounts accounts, ActorSource actors, OpenSitting sittings) {
        this.accounts = accounts;
        this.actors = actors;
        this.sittings = sittings;
    }

    /**
     * Sets the device up.
     *
     * @param by an administrator, or the device itself
     * @param login account of the device; the device itself may leave it empty
     */
    @Transactional
    public SignedIn setUp(Actor by, String login) {
        if (by.kind() != Actor.Kind.KIOSK && !(by.officer() && by.is(Role.ADMIN))) {
            throw Refusal.forbidden("只有系统管理员或终端自己的账号可以启用自助终端。");
        }
        Account device = by.kind() == Actor.Kind.KIOSK && login.isBlank() ? own(by) : named(login);
        if (by.kind() == Actor.Kind.KIOSK && device.id() != by.id()) {
            throw Refusal.forbidden("终端账号只能启用它自己，请核对终端编号。");
        }
        Actor actor = actors.actor(Actor.Kind.KIOSK, device.subjectId(), device.displayName(), Channel.KIOSK)
                .orElseThrow();
        return sittings.ofDevice(device, actor);
    }

    private Account own(Actor device) {
        return accounts.find(device.id()).orElseThrow(SetUpKiosk::unknown);
    }

    private Account named(String login) {
        return accounts.find(login.strip())
                .filter(account -> account.kind() == Actor.Kind.KIOSK && !account.disabled())
                .orElseThrow(SetUpKiosk::unknown);
    }

    private static Refusal unknown() {
        return Refusal.invalid("device", "NO_SUCH_DEVICE", "没有这台终端的账号，请核对终端编号（如 kiosk-01）。");
    }
}
