package org.yiwang.integration.sharing;

import java.util.Optional;
import org.yiwang.forms.material.spi.DataLookup;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.forms.material.spi.PaperWanted;

/** 数据核验替身; see {@link StandInRegister}. */
public final class StandInData implements DataLookup {

    private final StandInRegister register = new StandInRegister("数据核验替身（演示，没有真的核验）");

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
