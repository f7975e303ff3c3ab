package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.yiwang.workflow.casefile.internal.CaseFiles;

/** 编号: the next case number, by platform date. */
@ApplicationScoped
public class CaseNumbers {

    @Inject
    CaseFiles files;

    @Inject
    Clock clock;

    public CaseNo next() {
        return CaseNo.of(Region.CITY, LegalDay.of(clock.instant()), files.nextSerial());
    }
}
