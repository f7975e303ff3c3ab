package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.internal.Secrets;
import org.yiwang.forms.identity.internal.Sittings;

/** 退出登录: the token is worth nothing from now on, on any node. */
@ApplicationScoped
public class SignOut {

    @Inject
    Sittings sittings;

    protected SignOut() {}

    SignOut(Sittings sittings) {
        this.sittings = sittings;
    }

    @Transactional
    public void signOut(String token) {
        sittings.close(Secrets.hash(token));
    }
}
