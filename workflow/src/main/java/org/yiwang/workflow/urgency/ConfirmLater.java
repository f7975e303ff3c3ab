package org.yiwang.workflow.urgency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/** 手续补齐: everything that was put off is there and in order; only then does its clock stop. */
@ApplicationScoped
public class ConfirmLater implements ActionUseCase<ConfirmLater.Found> {

    @Inject
    CaseDesk desk;

    /** 核对情况: what was found of what came later. */
    public record Found(String findings) {}

    @Override
    public CaseAction action() {
        return CaseAction.CONFIRM_LATER;
    }

    @Override
    public Class<Found> fields() {
        return Found.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Found> asked) {
        return confirm(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView confirm(Actor actor, CaseNo no, long seenVersion, Found found) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.CONFIRM_LATER);
        open.sees(seenVersion);
        CaseRecord order = open.openRecord(RecordKind.URGENCY)
                .orElseThrow(() -> Refusal.conflict("NOTHING_LATER", "本件没有需要后补的手续。"));
        ObjectNode words = (ObjectNode) open.words(order);
        List<String> missing = missing(open, words);
        if (!missing.isEmpty()) {
            throw Refusal.conflict("LATER_MISSING", "后补的材料还没有齐：" + String.join("、", missing) + "。");
        }
        words.setAll(new Words().required("findings", "核对情况", found.findings()).checked());
        words.put("confirmedBy", actor.id());
        open.closeRecord(order, "COMPLETED", words);
        open.clocks().stop(ClockKind.LATER, order.id().toString(), open.now());
        open.touch();
        open.event(EventType.LATER_CONFIRMED, OpenCase.body());
        open.tellApplicant("case.laterConfirmed", OpenCase.body());
        return desk.close(open);
    }

    private static List<String> missing(OpenCase open, ObjectNode words) {
        List<String> names = new ArrayList<>();
        words.path("later").forEach(key -> {
            if (!words.path("supplied").has(key.asText())) {
                names.add(open.item()
                        .material(key.asText())
                        .map(MaterialRequirement::name)
                        .map(name -> name.zh())
                        .orElse(key.asText()));
            }
        });
        return names;
    }
}
