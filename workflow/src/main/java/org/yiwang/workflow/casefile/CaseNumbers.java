package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.yiwang.forms.platform.Simulation;
import org.yiwang.workflow.casefile.internal.CaseFiles;

/** 编号: the next case number, by platform date. */
@ApplicationScoped
public class CaseNumbers {

    private static final String NOWHERE = "000000";

    @Inject
    CaseFiles files;

    @Inject
    Clock clock;

    /** In a simulation a number of no region: nobody will ever be given it. */
    public CaseNo next() {
        String region = Simulation.running() ? NOWHERE : Region.CITY;
        return CaseNo.of(region, LegalDay.of(clock.instant()), files.nextSerial());
    }
}
