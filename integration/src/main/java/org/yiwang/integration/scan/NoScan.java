package org.yiwang.integration.scan;

import org.yiwang.forms.material.spi.VirusScan;

/** 不扫描: looks for no viruses. Type, structure and active content of files are checked all the same. */
public class NoScan implements VirusScan {

    @Override
    public boolean clean(byte[] bytes) {
        return true;
    }
}
