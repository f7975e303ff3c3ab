package org.yiwang.workflow.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.credit.internal.CreditRows;

/** 查看失信名单: one's own and one's principals'; the whole list for credit officers alone. */
@ApplicationScoped
public class ReadDishonesty {

    private static final int PAGE = 20;

    @Inject
    CreditRows rows;

    @Inject
    Subjects subjects;

    @Inject
    FindParty parties;

    @Inject
    Clock clock;

    /** 一页; {@code next} is null on the last. */
    public record Page(List<DishonestyEntry> items, Integer next) {}

    /** What is on record of himself and of those he acts for in everything. */
    @Transactional
    public List<DishonestyEntry> mine(Actor actor) {
        return views(actor, rows.of(hashes(actor)));
    }

    /** Hashes of those for whom he may see and ask. */
    List<String> hashes(Actor actor) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("“我的信用记录”只对申请人开放。");
        }
        Stream<Long> principals = actor.channel() == Channel.KIOSK
                ? Stream.of()
                : parties.mandates(actor).stream()
                        .filter(mandate -> mandate.items().isEmpty())
                        .map(MandateView::principal)
                        .map(party -> party.internalId());
        return Stream.concat(Stream.of(actor.id()), principals)
                .distinct()
                .map(subjects::hash)
                .toList();
    }

    /** @param from place of the first line; 0 for the first page */
    @Transactional
    public Page list(Actor officer, EntryState state, int from) {
        DecideOnEntry.needCreditOfficer(officer);
        int skip = Math.max(0, from);
        List<CreditRows.Row> found = rows.list("", state == null ? EntryState.LISTED : state, skip, PAGE + 1);
        List<DishonestyEntry> lines = views(officer, found.stream().limit(PAGE).toList());
        return new Page(lines, found.size() > PAGE ? skip + PAGE : null);
    }

    List<DishonestyEntry> views(Actor actor, List<CreditRows.Row> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<CreditRows.Request> requests = rows.requests(entries);
        LocalDate today = LegalDay.of(clock.instant());
        return entries.stream()
                .map(entry -> view(
                        actor,
                        entry,
                        requests.stream()
                                .filter(one -> one.entry().equals(entry.id()))
                                .toList(),
                        today))
                .toList();
    }

    private static DishonestyEntry view(
            Actor actor, CreditRows.Row entry, List<CreditRows.Request> requests, LocalDate today) {
        RequestKind pending = requests.stream()
                .filter(one -> one.outcome().equals("PENDING"))
                .map(CreditRows.Request::kind)
                .findFirst()
                .orElse(null);
        boolean lapsed = entry.state() == EntryState.LISTED && today.isAfter(entry.until());
        return new DishonestyEntry(
                entry.id(),
                entry.subject(),
                entry.number(),
                entry.ground(),
                entry.ground().text(),
                entry.reason(),
                entry.caseNo(),
                entry.itemName(),
                entry.from(),
                entry.until(),
                entry.state(),
                lapsed ? "已到期" : entry.state().text(),
                entry.active(today),
                pending,
                requests.stream()
                        .map(one -> new DishonestyEntry.Asked(
                                one.kind(),
                                one.kind().text(),
                                one.askedAt(),
                                one.text(),
                                one.outcome(),
                                one.decidedAt(),
                                one.answer()))
                        .toList(),
                pending != null && actor.officer() && !entry.enteredBy().equals(actor.key()),
                entry.version());
    }
}
