package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.casefile.CaseDesk;

/** 告知: one word to the applicant about the whole errand, after the commit. */
@ApplicationScoped
class TellErrand {

    @Inject
    Outbox outbox;

    void applicant(OpenBundle open, String key, Map<String, String> params) {
        CaseBundle bundle = open.bundle;
        ObjectNode order =
                OpenBundle.body().put("caseNo", bundle.bundleNo().value()).put("item", bundle.itemName());
        ArrayNode notices = order.putArray("notices");
        notice(notices, bundle.applicantId(), key, params);
        if (bundle.operatorId() != bundle.applicantId()) {
            notice(notices, bundle.operatorId(), key, params);
        }
        String no = bundle.bundleNo().value();
        outbox.order(CaseDesk.TELL, no + ":" + bundle.version() + ":" + key, "tell:" + no, order.toString());
    }

    private static void notice(ArrayNode notices, long party, String key, Map<String, String> params) {
        ObjectNode notice = notices.addObject().put("to", "party:" + party).put("key", key);
        ObjectNode values = notice.putObject("params");
        params.forEach(values::put);
    }
}
