package org.yiwang.workflow.forward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.forward.spi.Dispatch;

/** 报送订单: what is to go to the higher authority after the commit; the order names the case and nothing else. */
@ApplicationScoped
public class OrderDispatch {

    /** Outbox kind. */
    static final String KIND = "EXCHANGE";

    @Inject
    Outbox outbox;

    void order(OpenCase open, CaseRecord report, Dispatch.Kind kind) {
        String no = open.file().caseNo().value();
        outbox.order(
                KIND,
                report.id() + ":" + kind,
                "exchange:" + no,
                OpenCase.body()
                        .put("caseNo", no)
                        .put("report", report.id().toString())
                        .put("kind", kind.name())
                        .toString());
    }

    /** The applicant withdraws while the case lies above: the authority there need not go on. Call it before the end. */
    public void withdrawn(OpenCase open) {
        open.openRecord(RecordKind.FORWARDING).ifPresent(report -> order(open, report, Dispatch.Kind.WITHDRAWN));
    }
}
