package org.yiwang.forms.catalogue.bundle;

/** 联办方式: how a service takes part in the errand. */
public enum BundleMode {
    /** 同步办理: within the bundle's one promised date. */
    SYNC,
    /** 另行办理: asked for together, but its own promise is longer and told separately. */
    ASYNC,
    /** 外部办理: done by somebody who is no authority, such as a bank; the bundle only hands the request on. */
    EXTERNAL;

    /** Whether the one promised date covers it. */
    public boolean promised() {
        return this == SYNC;
    }
}
