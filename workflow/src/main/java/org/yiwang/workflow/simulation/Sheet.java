package org.yiwang.workflow.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.workflow.notification.Notify;

/** 记录页: what arose and was said on the stage about one case, or about an errand as a whole, since it was looked at last. */
abstract class Sheet {

    /** 文书: one that arose, to be laid out if somebody wants to see it. */
    record Letter(UUID id, String kind, String title) {}

    private final List<Letter> letters = new ArrayList<>();
    private final List<Notify.Said> notices = new ArrayList<>();

    /** Where it belongs what is said about that number. */
    abstract Sheet of(String caseNo);

    void arose(Letter letter) {
        letters.add(letter);
    }

    void said(Notify.Said notice) {
        notices.add(notice);
    }

    List<Letter> takeLetters() {
        List<Letter> taken = List.copyOf(letters);
        letters.clear();
        return taken;
    }

    List<Notify.Said> takeNotices() {
        List<Notify.Said> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }
}
