package org.yiwang.workflow.casefile.spi;

import org.yiwang.workflow.casefile.CaseNo;

/** 评价地址: where a case can be rated; printed as a QR code on its final letters. */
public interface RatingAddress {

    /** The whole address, signed for this case. */
    String of(CaseNo no);
}
