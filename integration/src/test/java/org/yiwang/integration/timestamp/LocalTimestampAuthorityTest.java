package org.yiwang.integration.timestamp;

import org.yiwang.forms.document.spi.TimestampService;

class LocalTimestampAuthorityTest extends TimestampServiceContract {

    private final TimestampService service = new LocalTimestampAuthority(authority, CLOCK);

    @Override
    TimestampService service() {
        return service;
    }
}
