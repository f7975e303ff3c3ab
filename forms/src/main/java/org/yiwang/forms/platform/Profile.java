package org.yiwang.forms.platform;

/**
 * 运行环境: production unless told otherwise ({@code yiwang.profile}). Demo accounts, stand-ins for keys and the movable
 * clock exist in DEMO and TEST only.
 */
public enum Profile {
    PRODUCTION,
    DEMO,
    TEST;

    public boolean production() {
        return this == PRODUCTION;
    }
}
