package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;

/** 终端上的草稿: what the pages of filling in share. One's own only; nobody acts for another at a kiosk. */
@Named("kioskDraft")
@RequestScoped
public class DraftAtKiosk {

    @Inject
    ReadDraft readDraft;

    @Inject
    Clock clock;

    @Inject
    Page page;

    private DraftView view;

    /** Reads the draft of the URL; if it has been submitted, where to go instead. */
    Optional<Reply> open(Visit visit) {
        view = readDraft.read(visit.actor(), Uuids.parse(visit.variable("draft"), "这份申请"));
        if (!view.basis().isEmpty()) {
            throw Refusal.notFound("这份申请");
        }
        return view.caseNo().map(no -> visit.go("/kiosk/cases/" + no));
    }

    void replace(DraftView newer) {
        view = newer;
    }

    public DraftView getView() {
        return view;
    }

    /** Where filling in begins. */
    static String first(DraftView draft) {
        List<Section> sections = draft.item().form().visible(draft.answers());
        return "/kiosk/apply/" + draft.id()
                + (sections.isEmpty() ? "/check" : "/section/" + sections.get(0).key());
    }

    List<Section> sections() {
        return view.item().form().visible(view.answers());
    }

    List<Problem> problemsOf(String section) {
        return view.item().form().checkSection(section, view.answers(), today(), page.language());
    }

    /** The first section that is not yet right. */
    Optional<String> unfinished() {
        return sections().stream()
                .map(Section::key)
                .filter(key -> !problemsOf(key).isEmpty())
                .findFirst();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Dates.CITY));
    }

    int number(String section) {
        List<String> keys = sections().stream().map(Section::key).toList();
        return Math.max(0, keys.indexOf(section)) + 1;
    }

    /** The page after a section. */
    String after(String section) {
        List<Section> all = sections();
        int next = number(section);
        return next < all.size() ? "/section/" + all.get(next).key() : "/check";
    }

    /** The page before a section, in full; before the first it is the start of the service. */
    String before(String section) {
        int at = number(section) - 1;
        return at > 0
                ? url("/section/" + sections().get(at - 1).key())
                : page.url("/kiosk/items/" + view.item().code());
    }

    public String url(String rest) {
        return page.url("/kiosk/apply/" + view.id() + rest);
    }
}
