package org.yiwang.forms.identity.spi;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;

/** 政务人员来源: who the officers are and what posts they hold now; the organisation component knows. */
public interface OfficerSource {

    /** The officer with his roles and the posts he holds now, deputyships included; empty if he has left. */
    Optional<Actor> officer(long officerId, Channel channel);

    /** The officers who sign in with an account here, for setting those accounts up. */
    List<OfficerLogin> logins();

    /**
     * 政务人员账号.
     *
     * @param login what he types at sign-in
     * @param staffNo 工号
     * @param officerId for {@link #officer}
     */
    record OfficerLogin(String login, String staffNo, long officerId) {}
}
