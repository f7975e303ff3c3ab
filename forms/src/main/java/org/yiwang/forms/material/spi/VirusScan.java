package org.yiwang.forms.material.spi;

/** 病毒扫描. */
public interface VirusScan {

    /**
     * Looks at a file.
     *
     * @return true if nothing was found
     * @throws org.yiwang.forms.platform.Refusal UNAVAILABLE when the scanner does not answer: then nothing is taken
     */
    boolean clean(byte[] bytes);
}
