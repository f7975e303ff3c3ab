package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.Party;
import org.yiwang.forms.identity.internal.PartyRows;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 授权: one lets another act for him (民法典 §165: agent, matters, powers, period), or a clerk registers a ground that he has
 * seen on paper: guardianship, the agent of an organisation. Nobody passes a mandate on.
 */
@ApplicationScoped
public class GrantMandate {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Characters. */
    private static final int PROOF = 120;

    @Inject
    Parties parties;

    @Inject
    PartyRows rows;

    @Inject
    FindParty find;

    @Inject
    Clock clock;

    protected GrantMandate() {}

    GrantMandate(Parties parties, PartyRows rows, FindParty find, Clock clock) {
        this.parties = parties;
        this.rows = rows;
        this.find = find;
        this.clock = clock;
    }

    /**
     * 授权内容.
     *
     * @param powers empty for all
     * @param items codes of the items; empty for every item
     * @param validTo last day; needed unless it is a guardianship, which ends by itself
     * @param proof the paper that a clerk has seen, such as 户口簿 or 授权委托书; empty from a citizen
     */
    public record Terms(
            MandateKind kind, Set<MandatePower> powers, Set<String> items, LocalDate validTo, String proof) {

        public Terms {
            powers = powers == null || powers.isEmpty() ? EnumSet.allOf(MandatePower.class) : Set.copyOf(powers);
            items = items == null ? Set.of() : Set.copyOf(items);
            proof = proof == null ? "" : proof.strip();
        }

        /** What a citizen grants himself needs no paper. */
        public Terms(MandateKind kind, Set<MandatePower> powers, Set<String> items, LocalDate validTo) {
            this(kind, powers, items, validTo, "");
        }
    }

    /** A citizen lets somebody we know act for him; name and number must be those of one person. */
    @Transactional
    public MandateView grant(Actor actor, String agentName, String agentNumber, Terms terms) {
        PartyView principal = find.of(actor);
        List<Problem> problems = problems(terms);
        if (terms.kind() != MandateKind.ENTRUSTED && terms.kind() != MandateKind.FAMILY) {
            problems.add(new Problem("kind", "NOT_YOURS", "网上只能设立委托代理和亲友代办；监护和企业经办人请带证明到窗口登记。"));
        }
        Optional<Party> agent = parties.find(
                        IdType.ID_CARD, Numbers.normalise("agentNumber", IdType.ID_CARD, agentNumber))
                .filter(party -> parties.view(party).name().equals(agentName == null ? "" : agentName.strip()));
        if (agent.isEmpty()) {
            problems.add(new Problem("agentNumber", "UNKNOWN", "没有找到这位已实名的用户，请核对姓名和身份号码；对方须先实名登录一次。"));
        } else if (agent.get().id() == principal.internalId()) {
            problems.add(new Problem("agentNumber", "YOURSELF", "不能授权给自己。"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return keep(principal.internalId(), agent.get().id(), terms, terms.validTo(), null);
    }

    /** A clerk registers what he has seen: a guardianship ends on the eighteenth birthday of the child. */
    @Transactional
    public MandateView register(Actor clerk, UUID principalId, UUID agentId, Terms terms) {
        FindParty.needClerk(clerk);
        PartySnapshot principal = find.snapshot(find.byId(clerk, principalId).internalId());
        PartySnapshot agent = find.snapshot(find.byId(clerk, agentId).internalId());
        List<Problem> problems = problems(terms);
        if (agent.kind() != PartyKind.PERSON || agent.id() == principal.id() || find.minor(agent)) {
            problems.add(new Problem("agent", "NO_AGENT", "代理人须为本人以外的成年自然人。"));
        }
        if (terms.kind() == MandateKind.GUARDIAN && !find.minor(principal)) {
            problems.add(new Problem("principal", "OF_AGE", "被监护人已满18周岁，不能登记为未成年人监护；确需代理的，请办理委托代理。"));
        }
        if (terms.kind() == MandateKind.CORP_AGENT && principal.kind() != PartyKind.ORGANISATION) {
            problems.add(new Problem("principal", "NO_ORGANISATION", "企业经办人只能为法人或其他组织登记。"));
        }
        if (terms.proof().isEmpty() || terms.proof().length() > PROOF) {
            problems.add(new Problem("proof", "REQUIRED", "请写明核对过的证明材料（不超过" + PROOF + "字），例如户口簿、出生医学证明、授权委托书。"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        LocalDate last = terms.kind() == MandateKind.GUARDIAN
                ? principal.birthDate().plusYears(PartySnapshot.OF_AGE)
                : terms.validTo();
        return keep(principal.id(), agent.id(), terms, last, clerk.id());
    }

    private List<Problem> problems(Terms terms) {
        List<Problem> problems = new ArrayList<>();
        if (terms.kind() == null) {
            problems.add(new Problem("kind", "REQUIRED", "请选择代理类型。"));
        }
        boolean ends = terms.kind() == MandateKind.GUARDIAN || terms.validTo() != null;
        if (!ends) {
            problems.add(new Problem("validTo", "REQUIRED", "请填写授权的最后一天。"));
        } else if (terms.validTo() != null && terms.validTo().isBefore(today())) {
            problems.add(new Problem("validTo", "PAST", "授权的最后一天不能早于今天。"));
        }
        return problems;
    }

    private MandateView keep(long principalId, long agentId, Terms terms, LocalDate last, Long clerk) {
        LocalDate today = today();
        String number = String.format("SQ-%d-%06d", today.getYear(), rows.nextMandateNumber());
        Mandate mandate =
                new Mandate(number, principalId, agentId, terms.kind(), today, last, terms.powers(), terms.items());
        if (clerk != null) {
            mandate.registered(clerk, terms.proof());
        }
        rows.add(mandate);
        return find.view(mandate, today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
