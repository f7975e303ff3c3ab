package org.yiwang.workflow.delivery.spi;

import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.workflow.casefile.OpenCase;

/** 变更的证照: which licence a case changes, for its decision and for the last day of what is issued instead. */
public interface ChangesLicence {

    /** 原证照: its number and its last day. */
    record Held(String number, LocalDate validTo) {}

    /** Empty for a case that changes none. */
    Optional<Held> of(OpenCase open);
}
