package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.internal.Programs;
import org.yiwang.forms.platform.Refusal;

/** 查找外部程序: what the program that asks may read. */
@ApplicationScoped
public class FindProgram {

    @Inject
    Programs programs;

    /** @throws Refusal FORBIDDEN for everybody who is no program */
    @Transactional
    public Program of(Actor actor) {
        if (actor.kind() != Actor.Kind.PROGRAM) {
            throw Refusal.forbidden("这个接口只供外部程序使用，请用安全管理员开通的程序账号取得令牌。");
        }
        return programs.find(actor.id()).orElseThrow(() -> Refusal.forbidden("这个程序账号已经停用，请联系安全管理员。"));
    }
}
