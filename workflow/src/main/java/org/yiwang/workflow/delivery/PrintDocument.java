package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.delivery.internal.PrintLog;

/**
 * 自助打印: the holder of a certificate prints it at a kiosk. Each paper copy is counted before it leaves the printer; three
 * are the most, as whoever wants more is better served with the electronic one.
 */
@ApplicationScoped
public class PrintDocument {

    /** 最多打印份数. */
    public static final int MOST = 3;

    @Inject
    ReadCase readCase;

    @Inject
    PrintLog log;

    @Inject
    Clock clock;

    /**
     * 打印件: one paper copy.
     *
     * @param number 第几份
     * @param again whether this press of the button was counted before: the printer has had it
     */
    public record Copy(DocumentView document, int number, int left, Instant at, boolean again) {}

    /** How many may still be printed; 0 for what is not printed at kiosks at all. */
    @Transactional
    public int left(Actor person, UUID document) {
        DocumentView view = readCase.document(person, document);
        return printable(person, view) ? Math.max(0, MOST - log.copies(document)) : 0;
    }

    /**
     * Counts the next copy; the caller sends it to the printer.
     *
     * @param device the kiosk before which the person stands
     * @param press of the button; the same again counts nothing
     */
    @Transactional
    public Copy print(Actor person, Actor device, UUID document, UUID press) {
        if (person.channel() != Channel.KIOSK || device.kind() != Actor.Kind.KIOSK) {
            throw Refusal.forbidden("只能在自助终端上打印，其他情况请下载电子文书。");
        }
        DocumentView view = readCase.document(person, document);
        if (!printable(person, view)) {
            throw Refusal.forbidden("这份文书不在自助终端打印，请到窗口领取。");
        }
        needGood(view);
        log.lock(document);
        Instant now = clock.instant();
        int printed = log.copies(document);
        int before = log.copyOf(document, press).orElse(0);
        if (before > 0) {
            return new Copy(view, before, Math.max(0, MOST - printed), now, true);
        }
        if (printed >= MOST) {
            throw Refusal.conflict("COPIES_USED", "这份证明已在自助终端打印 " + MOST + " 份。还需要的，请到一楼综合窗口加印，或登录网上大厅下载电子证明。");
        }
        log.add(document, log.lines(document) + 1, press, view.caseNo(), device, person, now);
        return new Copy(view, printed + 1, MOST - printed - 1, now, false);
    }

    /** The receipt of an errand; results of services that kiosks offer, not a licence that is handed out once. */
    private boolean printable(Actor person, DocumentView view) {
        return view.kind() == DocumentKind.ERRAND_RECEIPT
                || view.kind() == DocumentKind.RESULT
                        && readCase.content(person, new CaseNo(view.caseNo()))
                                .item()
                                .offers(Channel.KIOSK);
    }

    private static void needGood(DocumentView view) {
        if (view.revoked()) {
            throw Refusal.conflict("REVOKED", "这份证明已被撤销，不能打印。详情请到窗口询问。");
        }
        if (!view.ready()) {
            throw Refusal.conflict("DOCUMENT_NOT_READY", "证明正在生成，请稍候再打印。");
        }
    }
}
