package org.yiwang.workflow.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.Prospects;
import org.yiwang.workflow.notification.Notify;

/** 推演中的办件: one case on the stage, its cast, and what happened since it was looked at last. */
final class PlayedCase {

    /** 文书: one that arose, to be laid out if somebody wants to see it. */
    record Letter(UUID id, String kind, String title) {}

    final ItemVersion item;
    final Actor applicant;
    List<Actor> cast;
    final CaseNo no;
    /** Officers who did something: another one is taken where there is a choice (审批分离). */
    final Set<Long> busy = new HashSet<>();

    private final List<Letter> letters = new ArrayList<>();
    private final List<Notify.Said> notices = new ArrayList<>();
    Prospects.Outlook outlook;
    int seenSeq;

    PlayedCase(ItemVersion item, Actor applicant, List<Actor> cast, CaseNo no) {
        this.item = item;
        this.applicant = applicant;
        this.cast = cast;
        this.no = no;
    }

    /** Leaves only a few of those who never have anything to do with the case. */
    void withoutStrangers(int but) {
        List<Actor> strangers = outlook.prospects().stream()
                .filter(prospect -> prospect.ever().isEmpty())
                .map(Prospects.Prospect::actor)
                .skip(but)
                .toList();
        cast = cast.stream().filter(actor -> !strangers.contains(actor)).toList();
    }

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
