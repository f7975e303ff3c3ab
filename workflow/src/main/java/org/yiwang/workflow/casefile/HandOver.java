package org.yiwang.workflow.casefile;

import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.forms.catalogue.ServiceMethod;

/** 出件: what lies before the window after a decision. */
public final class HandOver {

    private HandOver() {}

    /** 待制证: the result is a card that is not made yet. */
    public static boolean toCertify(OpenCase open) {
        return open.file().status() == CaseStatus.CERTIFYING && needsCard(open);
    }

    /** Is there a card to be made first? */
    public static boolean needsCard(OpenCase open) {
        return open.item().result().medium() == ResultRule.Medium.CARD
                && open.records(RecordKind.CERTIFICATION).isEmpty();
    }

    /** 待交寄: it is to go by post and all is there. */
    public static boolean toPost(OpenCase open) {
        boolean his = open.file().serviceMethod() == ServiceMethod.POST;
        return switch (open.file().status()) {
            case CERTIFYING -> his && !needsCard(open);
            case DENIED -> his && !open.unserved().isEmpty() && !inThePost(open);
            default -> false;
        };
    }

    /** 待交付: somebody may come for it now. */
    public static boolean toHandOut(OpenCase open) {
        return switch (open.file().status()) {
            case AWAITING_PICKUP -> true;
            case APPROVED_DEFERRED ->
                !open.file().feeOutstanding()
                        && open.records(RecordKind.DELIVERY).isEmpty();
            case DENIED -> !open.unserved().isEmpty() && !inThePost(open);
            default -> false;
        };
    }

    public static boolean inThePost(OpenCase open) {
        return open.openRecord(RecordKind.PARCEL).isPresent();
    }
}
