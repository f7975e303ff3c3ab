package org.yiwang.workflow.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.HandOver;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/**
 * 变更送达方式: the applicant chooses otherwise, at any time until what he asked for has been sent. What lies ready at the
 * window can still arrive in his account, but goes to the post no more.
 */
@ApplicationScoped
public class ChangeService implements ActionUseCase<ChangeService.Choice> {

    private static final String PREFIX = "service.";

    @Inject
    CaseDesk desk;

    @Inject
    Serving serving;

    @Inject
    ArchiveCase archive;

    /**
     * 送达方式.
     *
     * @param address and {@code phone} of whom a parcel is for
     * @param eServiceConsent 同意电子送达, of letters too
     */
    public record Choice(ServiceMethod method, String address, String phone, Boolean eServiceConsent) {}

    @Override
    public CaseAction action() {
        return CaseAction.CHANGE_SERVICE;
    }

    @Override
    public Class<Choice> fields() {
        return Choice.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Choice> asked) {
        return change(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView change(Actor actor, CaseNo no, long seenVersion, Choice asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.CHANGE_SERVICE);
        open.sees(seenVersion);
        ServiceChoice choice = new ServiceChoice(
                asked.method(), asked.address(), asked.phone(), Boolean.TRUE.equals(asked.eServiceConsent()));
        check(open, choice);
        open.serve(choice.method(), choice.eServiceConsent());
        open.note(RecordKind.SERVICE_CHOICE, "", choice.method().name(), null, false, words(choice));
        open.event(
                EventType.SERVICE_CHANGED,
                OpenCase.body().put("method", choice.method().name()).put("electronic", choice.eServiceConsent()));
        serving.wayChanged(open);
        archive.consider(open);
        return desk.close(open);
    }

    private static void check(OpenCase open, ServiceChoice choice) {
        List<Problem> problems = choice.problems(open.item()).stream()
                .map(p -> new Problem(p.path().replace(PREFIX, ""), p.code(), p.message()))
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        if (open.file().status() == CaseStatus.AWAITING_PICKUP && choice.method() == ServiceMethod.POST) {
            throw Refusal.conflict("READY_AT_WINDOW", "结果已经在窗口备好，不再改为邮寄；请到窗口领取、委托他人代领，或者改为电子送达。");
        }
        if (HandOver.inThePost(open)) {
            throw Refusal.conflict("IN_THE_POST", "文书已经寄出，不能再变更送达方式。");
        }
    }

    private static ObjectNode words(ServiceChoice choice) {
        return OpenCase.body()
                .put("method", choice.method().name())
                .put("address", choice.address())
                .put("phone", choice.phone())
                .put("consent", choice.eServiceConsent());
    }
}
