package org.yiwang.integration.sharing;

import java.util.Optional;
import org.yiwang.forms.material.spi.DataLookup;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.forms.material.spi.PaperWanted;

/** 数据共享平台查询: asks under {@code /data}; see {@link SignedLookup}. */
public final class HttpData implements DataLookup {

    private final SignedLookup lookup;

    public HttpData(SignedLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "数据共享平台";
    }

    @Override
    public boolean standIn() {
        return false;
    }

    @Override
    public Optional<PaperFound> find(PaperWanted wanted) {
        return lookup.ask("/data", wanted);
    }
}
