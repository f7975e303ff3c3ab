package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.delivery.internal.PrintLog;
import org.yiwang.workflow.notification.Notify;
import org.yiwang.workflow.organisation.Directory;

/**
 * 退回打印份数: a copy was counted and the printer put nothing out. Whoever pressed the button says so there and then, the
 * copy counts no more, and those who look after the machine are told. Once for each document: after that the printer is
 * broken or somebody collects copies, and either way a clerk has to see to it.
 */
@ApplicationScoped
public class GiveBackCopy {

    /** As long as somebody may stand before a printer that does nothing; platform time. */
    static final Duration WITHIN = Duration.ofMinutes(10);

    @Inject
    ReadCase readCase;

    @Inject
    PrintLog log;

    @Inject
    Directory directory;

    @Inject
    Notify notify;

    @Inject
    Clock clock;

    /**
     * Gives the copy of that press back.
     *
     * @return number of the case, for the way back
     */
    @Transactional
    public String giveBack(Actor person, Actor device, UUID document, UUID press) {
        DocumentView view = readCase.document(person, document);
        log.lock(document);
        PrintLog.Printed printed = log.printed(document, press).orElseThrow(() -> Refusal.notFound("这次打印"));
        Instant now = clock.instant();
        boolean his = printed.device().equals(device.key()) && printed.actor().equals(person.key());
        if (!his || now.isAfter(printed.at().plus(WITHIN))) {
            throw Refusal.conflict("GIVE_BACK_TOO_LATE", "只能在打印之后、在同一台终端上退回。请到一楼综合窗口办理。");
        }
        if (log.givenBack(document)) {
            throw Refusal.conflict("GIVEN_BACK", "这份证明已经退回过一次，工作人员已收到通知。请到一楼综合窗口加印。");
        }
        log.giveBack(document, press, device, person, now);
        tellStaff(person, device, view, press);
        return view.caseNo();
    }

    private void tellStaff(Actor person, Actor device, DocumentView view, UUID press) {
        String item = readCase.content(person, new CaseNo(view.caseNo()))
                .item()
                .name()
                .zh();
        var params = JsonNodeFactory.instance.objectNode().put("device", device.name());
        directory.officers().stream()
                .filter(officer -> officer.active() && officer.roles().contains(Role.ADMIN))
                .forEach(officer -> notify.tell(
                        "officer:" + officer.id(),
                        "printFailed:" + press + ":" + officer.id(),
                        "kiosk.printFailed",
                        view.caseNo(),
                        item,
                        params));
    }
}
