package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.PromiseLater;
import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;

/**
 * 承诺书: what may be promised instead of handed in, and what was; the same inputs for the applicant and at the window. After
 * a refusal what was typed, otherwise what is signed.
 */
@Named("promiseForm")
@RequestScoped
public class PromiseForm {

    @Inject
    PromiseLater promise;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private DraftView view;

    /** The draft whose page is shown; call it before anything else. */
    public void open(DraftView draft) {
        view = draft;
    }

    /** Keeps what was ticked, if it differs from what is signed; whatever is wrong with it is named at its input. */
    public DraftView take(Actor actor) {
        PromiseLater.Wish wish = wish();
        Promises signed = view.promises();
        boolean same = signed.later().equals(wish.later())
                && signed.commitment() == wish.commitment()
                && (signed.none() || signed.signature().equals(wish.signature()));
        if (same || !offered()) {
            return view;
        }
        try {
            view = promise.promise(actor, view.id(), view.version(), wish);
        } catch (Refusal refusal) {
            page.trouble(refusal, PromiseForm::place);
        }
        return view;
    }

    /** Where on the page a problem belongs. */
    public static String place(String path) {
        String[] parts = path.split("\\.");
        if (parts.length >= 3 && parts[1].equals("later")) {
            return (parts.length == 3 ? "later" : parts[3]) + "-" + parts[2];
        }
        return path.startsWith("promises.") ? parts[1] : "";
    }

    private PromiseLater.Wish wish() {
        List<Promises.Later> later = view.item().materialsFor(view.answers()).stream()
                .filter(need -> deferrable(need) && sent("later-" + need.key()))
                .map(need ->
                        new Promises.Later(need.key(), number("days-" + need.key()), typed("reason-" + need.key())))
                .toList();
        return new PromiseLater.Wish(later, sent("commitment"), typed("signature"));
    }

    private int number(String name) {
        return typed(name).matches("\\d{1,4}") ? Integer.parseInt(typed(name)) : 0;
    }

    private boolean sent(String name) {
        return request.getParameter(name) != null;
    }

    private boolean sending() {
        return sent("_promises");
    }

    private String typed(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Is there anything that could be promised, for these answers? */
    public boolean offered() {
        return view.item().materialsFor(view.answers()).stream()
                .anyMatch(need -> deferrable(need) || committable(need));
    }

    public boolean deferrable(MaterialRequirement need) {
        return view.item().deferral().isPresent() && need.necessity() == Necessity.DEFERRABLE;
    }

    public boolean committable(MaterialRequirement need) {
        return view.item().commitment().filter(rule -> rule.covers(need)).isPresent();
    }

    /** The first of the materials that a commitment stands for: there the choice is shown. */
    public boolean firstCommittable(MaterialRequirement need) {
        return view.item().materialsFor(view.answers()).stream()
                .filter(this::committable)
                .findFirst()
                .filter(first -> first.key().equals(need.key()))
                .isPresent();
    }

    /** Is it covered by what was signed? */
    public boolean covered(MaterialRequirement need) {
        return view.covered(need);
    }

    public boolean later(String material) {
        return sending() ? sent("later-" + material) : signed(material).isPresent();
    }

    public String days(String material) {
        return sending()
                ? typed("days-" + material)
                : signed(material).map(one -> Integer.toString(one.days())).orElse(Integer.toString(getMost()));
    }

    public String reason(String material) {
        return sending()
                ? typed("reason-" + material)
                : signed(material).map(Promises.Later::reason).orElse("");
    }

    private Optional<Promises.Later> signed(String material) {
        return view.promises().of(material);
    }

    public boolean isCommitted() {
        return sending() ? sent("commitment") : view.promises().commitment();
    }

    public String getSignature() {
        return sending() ? typed("signature") : view.promises().signature();
    }

    /** 容缺补交期限, in the unit of the limit. */
    public int getMost() {
        return view.item().limit(LimitKind.DEFERRED).map(TimeLimit::value).orElse(0);
    }

    /** The same in words. */
    public String getMostText() {
        return view.item()
                .limit(LimitKind.DEFERRED)
                .map(limit -> limit.span().text(page.language()))
                .orElse("");
    }

    public String getForm() {
        return view.item().deferral().map(rule -> page.say(rule.form().label())).orElse("");
    }

    public CommitmentRule getRule() {
        return view.item().commitment().orElse(null);
    }

    /** 核查方式和期限. */
    public String getVerification() {
        String how = page.say(getRule().verification().label());
        return view.item()
                .limit(LimitKind.VERIFY)
                .map(limit -> how + "（" + limit.span().text(page.language()) + "）")
                .orElse(how);
    }

    public String say(LocalText text) {
        return page.say(text);
    }
}
