package org.yiwang.workflow.casefile;

/** 区划: the region whose calendar and number prefix an installation uses. */
public final class Region {

    /** 云州市, the invented city of the demo; a real installation sets {@code yiwang.region}. */
    public static final String CITY = org.eclipse.microprofile.config.ConfigProvider.getConfig()
            .getOptionalValue("yiwang.region", String.class)
            .orElse("999900");

    private Region() {}
}
