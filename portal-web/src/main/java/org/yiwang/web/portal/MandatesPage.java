package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.identity.ConsentForChild;
import org.yiwang.forms.identity.EndMandate;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.GrantMandate;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;

/** 我的授权: who may act for the person signed in, for whom he may act; given and taken back here. */
@Named("mandatesPage")
@RequestScoped
@At("/my/mandates")
public class MandatesPage implements PortalPage {

    @Inject
    FindParty parties;

    @Inject
    GrantMandate grant;

    @Inject
    EndMandate end;

    @Inject
    ConsentForChild consent;

    @Inject
    FindItem items;

    @Inject
    Clock clock;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private List<MandateView> given = List.of();
    private List<MandateView> held = List.of();
    private Visit visit;

    @Override
    public String section() {
        return "mine";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit coming) {
        open(coming);
        return Reply.show("mandates");
    }

    private void open(Visit coming) {
        visit = coming;
        page.setTitle(page.t("mandates.title"));
        given = parties.given(visit.actor());
        held = parties.mandates(visit.actor());
    }

    @Override
    public Reply post(Visit coming) {
        visit = coming;
        String said =
                switch (visit.param("do")) {
                    case "end" -> "mandateEnded";
                    case "consent" -> "mandateConsented";
                    default -> "mandateGiven";
                };
        try {
            once.run(visit, this::carryOut);
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            open(coming);
            refusal.problems().forEach(problem -> page.trouble(problem.path(), problem.message()));
            return Reply.again("mandates");
        }
        return visit.go("/my/mandates?said=" + said);
    }

    private void carryOut() {
        switch (visit.param("do")) {
            case "end" -> end.end(visit.actor(), visit.param("number"));
            case "consent" -> consent.consent(visit.actor(), visit.param("number"));
            default ->
                grant.grant(
                        visit.actor(),
                        visit.param("agentName"),
                        visit.param("agentNumber"),
                        new GrantMandate.Terms(kind(), powers(), Set.of(), day(visit.param("validTo"))));
        }
    }

    private MandateKind kind() {
        return Stream.of(MandateKind.FAMILY, MandateKind.ENTRUSTED)
                .filter(kind -> kind.name().equals(visit.param("kind")))
                .findFirst()
                .orElse(null);
    }

    private Set<MandatePower> powers() {
        return Stream.of(MandatePower.values())
                .filter(power -> visit.params("powers").contains(power.name()))
                .collect(Collectors.toSet());
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    public List<MandateView> getGiven() {
        return given;
    }

    public List<MandateView> getHeld() {
        return held;
    }

    public MandatePower[] getPowers() {
        return MandatePower.values();
    }

    public String getSaid() {
        String said = visit.param("said");
        return said.startsWith("mandate") ? said : "";
    }

    /** What was typed before a refusal. */
    public String typed(String name) {
        return visit.param(name);
    }

    public boolean ticked(String name, String value) {
        return visit.params(name).contains(value);
    }

    /** What the agent may do, in words. */
    public String powersOf(MandateView mandate) {
        return mandate.powers().stream()
                .sorted()
                .map(power -> page.t("power." + power))
                .collect(Collectors.joining(page.isEnglish() ? ", " : "、"));
    }

    public String until(MandateView mandate) {
        return mandate.validTo() == null ? page.t("mandates.until.open") : Dates.day(mandate.validTo(), page.mode());
    }

    public boolean over(MandateView mandate) {
        return mandate.validTo() != null
                && mandate.validTo().isBefore(LocalDate.ofInstant(clock.instant(), Dates.CITY));
    }

    /** The items it covers, by name; an item that is no longer offered by its code. */
    public String itemsOf(MandateView mandate) {
        return mandate.items().isEmpty()
                ? page.t("mandates.items.all")
                : mandate.items().stream()
                        .sorted()
                        .map(code -> items.current(ItemCode.of(code))
                                .map(item -> page.say(item.name()))
                                .orElse(code))
                        .collect(Collectors.joining(page.isEnglish() ? ", " : "、"));
    }
}
