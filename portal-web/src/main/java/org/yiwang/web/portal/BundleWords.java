package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.bundle.BundleStatus;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.MemberState;
import org.yiwang.workflow.bundle.PublicErrand;

/** 一件事用语: states and names of an errand in the language of the page. */
@Named("bundleWords")
@RequestScoped
public class BundleWords {

    @Inject
    Page page;

    @Inject
    FindItem items;

    public String status(BundleStatus status) {
        return page.t("bundle.status." + status);
    }

    /** How it looks; the words say the same. */
    public String tone(BundleStatus status) {
        return switch (status) {
            case COMPLETED -> "ok";
            case PARTIAL -> "warn";
            case WITHDRAWN -> "plain";
            case IN_PROGRESS -> "";
        };
    }

    public String state(BundleView.Member member) {
        return page.t(member.held() ? "bundle.held" : "bundle.state." + member.state());
    }

    public String tone(BundleView.Member member) {
        return tone(member.state(), member.toCorrect());
    }

    /** As the public progress page says it, where what waits for the applicant has no button. */
    public String stateOf(PublicErrand.Line line) {
        return line.toCorrect()
                ? page.t("bundle.toCorrect")
                : page.t(line.held() ? "bundle.held" : "bundle.state." + line.state());
    }

    public String toneOf(PublicErrand.Line line) {
        return tone(line.state(), line.toCorrect());
    }

    private static String tone(MemberState state, boolean toCorrect) {
        return switch (state) {
            case DONE, GRANTED -> "ok";
            case FAILED -> "bad";
            case PLANNED, CANCELLED, WITHDRAWN -> "plain";
            case RUNNING -> toCorrect ? "warn" : "";
        };
    }

    /** The service's name in the language of the page, as it is called now. */
    public String name(String itemCode, String chinese) {
        return items.current(ItemCode.of(itemCode))
                .map(item -> page.say(item.name()))
                .orElse(chinese);
    }

    /** Value of the {@code lang} attribute of that name: set where an English page has to show it in Chinese. */
    public String lang(String itemCode) {
        return items.current(ItemCode.of(itemCode))
                .map(item -> page.lang(item.name()))
                .orElse(page.isEnglish() ? Language.ZH.tag() : null);
    }
}
