package org.yiwang.integration.sharing;

import java.util.Optional;
import org.yiwang.forms.material.spi.LicenceLookup;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.forms.material.spi.PaperWanted;

/** 电子证照库查询: asks under {@code /licences}; see {@link SignedLookup}. */
public final class HttpLicence implements LicenceLookup {

    private final SignedLookup lookup;

    public HttpLicence(SignedLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "电子证照库";
    }

    @Override
    public boolean standIn() {
        return false;
    }

    @Override
    public Optional<PaperFound> find(PaperWanted wanted) {
        return lookup.ask("/licences", wanted);
    }
}
