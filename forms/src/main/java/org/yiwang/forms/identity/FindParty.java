package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.Party;
import org.yiwang.forms.identity.internal.PartyRows;
import org.yiwang.forms.platform.Refusal;

/** 查找当事人: who the actor is, for whom he may act, and whom a clerk has before him. */
@ApplicationScoped
@Transactional
public class FindParty {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Parties parties;

    @Inject
    PartyRows rows;

    @Inject
    Clock clock;

    protected FindParty() {}

    public FindParty(Parties parties, PartyRows rows, Clock clock) {
        this.parties = parties;
        this.rows = rows;
        this.clock = clock;
    }

    /** The party the actor is; refuses officers and devices, who are none. */
    public PartyView of(Actor actor) {
        return parties.view(own(actor));
    }

    /** For whom he may act today, other than himself. */
    public List<MandateView> mandates(Actor actor) {
        // At a kiosk a card stands for its holder alone.
        if (!actor.citizen() || actor.channel() == Channel.KIOSK) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return rows.mandatesOf(actor.id()).stream()
                .filter(mandate -> mandate.holdsOn(today))
                .map(mandate -> view(mandate, today))
                .toList();
    }

    /** What he has given to others and not revoked, whether it holds today or not. */
    public List<MandateView> given(Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return rows.mandatesOn(own(actor).id()).stream()
                .map(mandate -> view(mandate, today))
                .toList();
    }

    /** Who may act for this party, for clerks; whether it holds today or not. */
    public List<MandateView> givenBy(Actor clerk, UUID principal) {
        long id = byId(clerk, principal).internalId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return rows.mandatesOn(id).stream().map(mandate -> view(mandate, today)).toList();
    }

    MandateView view(Mandate mandate, LocalDate today) {
        PartySnapshot principal = snapshot(mandate.principalId());
        boolean child = mandate.kind() == MandateKind.GUARDIAN && principal.ageOn(today) < PartySnapshot.CHILD;
        return mandate.view(principal.view(), snapshot(mandate.agentId()).view(), child && !mandate.consented());
    }

    /** The mandate under which he may do this for this party today; empty if there is none. */
    public Optional<MandateView> mandate(Actor actor, long principalId, MandatePower power, String itemCode) {
        return mandates(actor).stream()
                .filter(mandate -> mandate.principal().internalId() == principalId)
                .filter(mandate -> mandate.lets(power, itemCode) && !mandate.consentMissing())
                .findFirst();
    }

    /** Any mandate for this party that covers the item today. */
    public Optional<MandateView> mandate(Actor actor, long principalId, String itemCode) {
        return mandates(actor).stream()
                .filter(mandate -> mandate.principal().internalId() == principalId && mandate.covers(itemCode))
                .findFirst();
    }

    /** The mandate under which another person, who need not be here himself, may do this for this party today. */
    public Optional<MandateView> mandateOf(long agentId, long principalId, MandatePower power, String itemCode) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return rows.mandatesOf(agentId).stream()
                .filter(mandate -> mandate.principalId() == principalId && mandate.holdsOn(today))
                .map(mandate -> view(mandate, today))
                .filter(mandate -> mandate.lets(power, itemCode) && !mandate.consentMissing())
                .findFirst();
    }

    /** 受送达人系统: has any of these parties an account here, in which an electronic document can arrive? */
    public boolean reachable(long... internalIds) {
        return rows.hasAccount(internalIds);
    }

    /** The guardian who may act for this party today, with his mandate. */
    public Optional<MandateView> guardian(long principalId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return rows.mandatesOn(principalId).stream()
                .filter(mandate -> mandate.kind() == MandateKind.GUARDIAN && mandate.holdsOn(today))
                .map(mandate -> view(mandate, today))
                .findFirst();
    }

    /** 未成年: under eighteen today (民法典 §17); organisations and those whose birthday is not known are not. */
    public boolean minor(PartySnapshot party) {
        return party.ageOn(LocalDate.ofInstant(clock.instant(), ZONE)) < PartySnapshot.OF_AGE;
    }

    /** The party with a number, for the clerk who has the document before him. */
    public Optional<PartyView> byNumber(Actor clerk, IdType type, String typed) {
        needClerk(clerk);
        return parties.find(type, Numbers.normalise("number", type, typed)).map(parties::view);
    }

    /**
     * 指认: somebody named by his number, whether he is a party here or not; the number itself is not kept.
     *
     * @param hash the lookup hash that a party of this number has or will have
     */
    public record Named(String hash, String maskedName, String maskedNumber) {}

    /** Names somebody; a number that cannot be right is refused (422). */
    public Named naming(IdType type, String typedNumber, String name) {
        String number = Numbers.normalise("number", type, typedNumber);
        boolean person = type != IdType.CREDIT_CODE;
        return new Named(parties.hash(type, number), person ? Masked.name(name) : name, IdType.mask(number));
    }

    /** Has one of these parties the number of this lookup hash? */
    public boolean isParty(String hash, long... internalIds) {
        return java.util.Arrays.stream(internalIds)
                .mapToObj(parties::find)
                .flatMap(java.util.Optional::stream)
                .anyMatch(party -> party.hasNumber(hash));
    }

    /** The party of that id, for clerks. */
    public PartyView byId(Actor clerk, UUID id) {
        needClerk(clerk);
        return parties.find(id).map(parties::view).orElseThrow(() -> Refusal.notFound("该申请人"));
    }

    /**
     * A party whole, for a record that is frozen and sealed; the caller answers for who sees it.
     *
     * @param internalId from another table of ours
     */
    public PartySnapshot snapshot(long internalId) {
        return parties.find(internalId)
                .map(parties::snapshot)
                .orElseThrow(() -> new IllegalStateException("there is no party " + internalId));
    }

    /** A person whom somebody else names, if we know him by this number and this name; the caller answers for why he asks. */
    public Optional<Long> named(IdType type, String number, String name) {
        return parties.find(type, number)
                .map(parties::view)
                .filter(view -> view.name().equals(name.strip()))
                .map(PartyView::internalId);
    }

    /** How sure we are of this party. */
    public AssuranceLevel assurance(long internalId) {
        return parties.find(internalId).map(Party::assurance).orElse(AssuranceLevel.L0);
    }

    private Party own(Actor actor) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("工作人员账号不能以申请人身份办事，请换用个人或法人账号登录。");
        }
        return parties.find(actor.id()).orElseThrow(() -> Refusal.notFound("您的账号资料"));
    }

    static void needClerk(Actor actor) {
        if (!actor.officer() || !actor.is(Role.CLERK)) {
            throw Refusal.forbidden("只有窗口受理人员可以查找和登记申请人。");
        }
    }
}
