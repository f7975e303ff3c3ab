package org.yiwang.integration.sharing;

import org.yiwang.forms.material.spi.DataLookup;
import org.yiwang.forms.material.spi.LicenceLookup;

class StandInLookupTest extends LookupContract {

    @Override
    LicenceLookup licences() {
        return new StandInLicences();
    }

    @Override
    DataLookup data() {
        return new StandInData();
    }
}
