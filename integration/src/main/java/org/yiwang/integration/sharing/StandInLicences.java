package org.yiwang.integration.sharing;

import java.util.Optional;
import org.yiwang.forms.material.spi.LicenceLookup;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.forms.material.spi.PaperWanted;

/** 电子证照替身; see {@link StandInRegister}. */
public final class StandInLicences implements LicenceLookup {

    private final StandInRegister register = new StandInRegister("电子证照库替身（演示，不是真实证照）");

    @Override
    public String name() {
        return register.name();
    }

    @Override
    public boolean standIn() {
        return true;
    }

    @Override
    public Optional<PaperFound> find(PaperWanted wanted) {
        return register.find(wanted);
    }
}
